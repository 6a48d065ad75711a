package org.safehand.web.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safehand.web.problem.ProblemException;
import org.safehand.web.problem.WebCode;

/**
 * The file name in Content-Disposition (RFC 6266), by preference from {@code filename*}, which
 * carries any character (RFC 8187).
 */
public final class FileName {
  private static final Pattern HEADER =
      Pattern.compile("attachment((?: *; *[A-Za-z*]+=(?:\"[^\"\\\\]*\"|[^\" ;\\\\]+))*) *");
  private static final Pattern EXTENDED =
      Pattern.compile("; *filename\\*=[Uu][Tt][Ff]-8'[A-Za-z0-9-]*'([^\" ;]+)");
  private static final Pattern PLAIN =
      Pattern.compile("; *filename=(?:\"([\\x20-\\x7e&&[^\"]]+)\"|([\\x21-\\x7e&&[^\";]]+))");
  private static final String UNESCAPED = "!#$&+-.^_`|~";

  private FileName() {}

  /**
   * The file name that {@code header} gives.
   *
   * @throws ProblemException file-name-missing without one, parameter-malformed when it is not
   *     written as the standards say
   */
  public static String parse(@Nullable String header) {
    if (header == null) {
      throw new ProblemException(WebCode.FILE_NAME_MISSING, "");
    }
    Matcher whole = HEADER.matcher(header);
    if (!whole.matches()) {
      throw malformed();
    }
    Matcher extended = EXTENDED.matcher(whole.group(1));
    if (extended.find()) {
      return decode(extended.group(1));
    }
    Matcher plain = PLAIN.matcher(whole.group(1));
    if (plain.find()) {
      return plain.group(1) == null ? plain.group(2) : plain.group(1);
    }
    throw new ProblemException(WebCode.FILE_NAME_MISSING, "");
  }

  private static String decode(String value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '%') {
        bytes.write(octet(value, i + 1));
        i += 2;
      } else if (c < 0x80 && (Character.isLetterOrDigit(c) || UNESCAPED.indexOf(c) >= 0)) {
        bytes.write(c);
      } else {
        throw malformed();
      }
    }
    try {
      return UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      throw malformed();
    }
  }

  private static int octet(String value, int at) {
    if (at + 2 > value.length()
        || !HexFormat.isHexDigit(value.charAt(at))
        || !HexFormat.isHexDigit(value.charAt(at + 1))) {
      throw malformed();
    }
    return HexFormat.fromHexDigits(value, at, at + 2);
  }

  private static ProblemException malformed() {
    return new ProblemException(
        WebCode.PARAMETER_MALFORMED, "Content-Disposition is not written as RFC 6266 says");
  }
}
