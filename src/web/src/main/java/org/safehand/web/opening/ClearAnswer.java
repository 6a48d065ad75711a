package org.safehand.web.opening;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Map;
import org.safehand.referral.exhibit.Exhibit;

/**
 * An exhibit in clear as a download: bytes of no type, whatever was declared, to be saved and not
 * shown. Should a browser show it all the same, it is in a sandbox without scripts or origin.
 */
final class ClearAnswer {
  /** {@code attr-char} (RFC 8187, section 3.2.1) beside letters and digits. */
  private static final String UNESCAPED = "!#$&+-.^_`|~";

  /** What separates folders, drives, streams or patterns somewhere. */
  private static final String SEPARATORS = "/\\:*?\"<>|";

  private ClearAnswer() {}

  static Response of(Exhibit exhibit, StreamingOutput body) {
    Response.ResponseBuilder answer =
        Response.ok(body, MediaType.APPLICATION_OCTET_STREAM)
            .header(HttpHeaders.CONTENT_LENGTH, exhibit.digest().size());
    headers(exhibit).forEach(answer::header);
    return answer.build();
  }

  static Map<String, String> headers(Exhibit exhibit) {
    return Map.of(
        HttpHeaders.CONTENT_DISPOSITION,
        disposition(exhibit),
        HttpHeaders.CACHE_CONTROL,
        "no-store",
        "Content-Security-Policy",
        "sandbox; default-src 'none'; frame-ancestors 'none'",
        "X-Content-Type-Options",
        "nosniff");
  }

  /** RFC 6266, with the exhibit number for who does not know {@code filename*}. */
  private static String disposition(Exhibit exhibit) {
    return "attachment; filename=\"exhibit-%s\"; filename*=UTF-8''%s"
        .formatted(exhibit.label(), escaped(harmless(exhibit)));
  }

  /**
   * The name without what would leave the folder, hide the file or show another ending than it has:
   * separators, leading dots, control and format characters.
   */
  private static String harmless(Exhibit exhibit) {
    StringBuilder name = new StringBuilder();
    exhibit
        .originalName()
        .codePoints()
        .map(c -> SEPARATORS.indexOf(c) >= 0 || isInvisible(c) ? '_' : c)
        .forEach(name::appendCodePoint);
    return name.charAt(0) == '.' ? "_" + name.substring(1) : name.toString();
  }

  private static boolean isInvisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static String escaped(String name) {
    StringBuilder escaped = new StringBuilder();
    for (byte octet : name.getBytes(UTF_8)) {
      char c = (char) (octet & 0xff);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || UNESCAPED.indexOf(c) >= 0)) {
        escaped.append(c);
      } else {
        escaped.append("%%%02X".formatted((int) c));
      }
    }
    return escaped.toString();
  }
}
