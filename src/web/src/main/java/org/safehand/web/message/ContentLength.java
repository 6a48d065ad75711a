package org.safehand.web.message;

import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safehand.web.problem.ProblemException;
import org.safehand.web.problem.WebCode;

/** The field Content-Length, absent from a body that comes in chunks. */
public final class ContentLength {
  private static final Pattern BYTES = Pattern.compile("[0-9]{1,18}");

  private ContentLength() {}

  /**
   * How many bytes {@code header} announces.
   *
   * @throws ProblemException parameter-malformed
   */
  public static OptionalLong parse(@Nullable String header) {
    if (header == null) {
      return OptionalLong.empty();
    }
    if (!BYTES.matcher(header).matches()) {
      throw new ProblemException(WebCode.PARAMETER_MALFORMED, "Content-Length");
    }
    return OptionalLong.of(Long.parseLong(header));
  }
}
