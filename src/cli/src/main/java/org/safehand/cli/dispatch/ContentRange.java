package org.safehand.cli.dispatch;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which bytes of how many an answer holds (RFC 9110, section 14.4).
 *
 * @param first offset of the first byte
 * @param last offset of the last byte, inclusive
 * @param total length of the whole in bytes
 */
record ContentRange(long first, long last, long total) {
  private static final Pattern FORM =
      Pattern.compile("bytes ([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18})");

  /** The range that {@code header} names, if it is one with a known total. */
  static Optional<ContentRange> parse(String header) {
    Matcher form = FORM.matcher(header);
    return form.matches()
        ? Optional.of(
            new ContentRange(
                Long.parseLong(form.group(1)),
                Long.parseLong(form.group(2)),
                Long.parseLong(form.group(3))))
        : Optional.empty();
  }
}
