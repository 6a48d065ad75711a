package org.safehand.web.message;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safehand.web.problem.Problem;
import org.safehand.web.problem.ProblemException;
import org.safehand.web.problem.WebCode;

/**
 * One byte range of a representation (RFC 9110, section 14.1.2).
 *
 * @param first offset of the first byte
 * @param last offset of the last byte, inclusive
 * @param total length of the whole representation in bytes
 */
public record ByteRange(long first, long last, long total) {
  private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  public ByteRange {
    if (first < 0 || last < first || last >= total) {
      throw new IllegalArgumentException(first + "-" + last + "/" + total);
    }
  }

  /**
   * The range that {@code header} asks for out of {@code total} bytes; empty when the whole is to
   * be sent: no header, another unit, several ranges, or a spelling the standard lets one ignore.
   *
   * @throws ProblemException range-not-satisfiable when it begins after the end
   */
  public static Optional<ByteRange> parse(@Nullable String header, long total) {
    if (header == null) {
      return Optional.empty();
    }
    Matcher range = SINGLE.matcher(header);
    if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
      return Optional.empty();
    }
    return range.group(1).isEmpty()
        ? Optional.of(suffix(Long.parseLong(range.group(2)), total))
        : fromOffset(Long.parseLong(range.group(1)), range.group(2), total);
  }

  private static ByteRange suffix(long length, long total) {
    if (length == 0 || total == 0) {
      throw unsatisfiable(total);
    }
    return new ByteRange(Math.max(0, total - length), total - 1, total);
  }

  private static Optional<ByteRange> fromOffset(long first, String end, long total) {
    long last = end.isEmpty() ? total - 1 : Long.parseLong(end);
    if (!end.isEmpty() && last < first) {
      return Optional.empty(); // an invalid range is ignored
    }
    if (first >= total) {
      throw unsatisfiable(total);
    }
    return Optional.of(new ByteRange(first, Math.min(last, total - 1), total));
  }

  /** Told how long it is (RFC 9110, section 15.5.17), a broken download that is whole ends. */
  private static ProblemException unsatisfiable(long total) {
    return new ProblemException(
        Problem.of(WebCode.RANGE_NOT_SATISFIABLE, "the package has " + total + " bytes")
            .withField("Content-Range", "bytes */" + total));
  }

  /** How many bytes. */
  public long length() {
    return last - first + 1;
  }

  /** As Content-Range writes it. */
  public String contentRange() {
    return "bytes " + first + "-" + last + "/" + total;
  }
}
