package org.safehand.web.message;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.web.problem.ProblemException;
import org.safehand.web.problem.WebCode;

/**
 * A request body of strict JSON: an object, no repeated name, nothing after it, at most 256 KiB.
 */
public final class JsonBody {
  /** In bytes. */
  public static final int LIMIT = 256 * 1024;

  private static final Pattern JSON =
      Pattern.compile("application/json( *; *charset=\"?utf-8\"?)? *", Pattern.CASE_INSENSITIVE);

  private JsonBody() {}

  private static byte[] bytes(InputStream body) {
    byte[] bytes = untilTheEnd(body);
    if (bytes.length > LIMIT) {
      throw new ProblemException(WebCode.BODY_TOO_LARGE, "at most " + LIMIT + " bytes");
    }
    return bytes;
  }

  /**
   * The object in {@code body}.
   *
   * @param type the field Content-Type, which must say JSON
   * @throws ProblemException unsupported-media-type, body-too-large or json-malformed
   */
  public static JsonObject object(@Nullable String type, InputStream body) {
    if (type == null || !JSON.matcher(type).matches()) {
      throw new ProblemException(WebCode.UNSUPPORTED_MEDIA_TYPE, "application/json is needed");
    }
    byte[] bytes = bytes(body);
    try {
      return Jcs.requireObject(Jcs.readAnyLayout(bytes));
    } catch (JsonException malformed) {
      throw new ProblemException(WebCode.JSON_MALFORMED, malformed.reason(), malformed.pointer());
    }
  }

  private static byte[] untilTheEnd(InputStream body) {
    try {
      return body.readNBytes(LIMIT + 1);
    } catch (IOException brokenOff) {
      throw new ProblemException(WebCode.BODY_TRUNCATED, "");
    }
  }

  /**
   * The SHA-256 that the member {@code name} of {@code body} is.
   *
   * @throws JsonException if it is anything else
   */
  static Digest digest(JsonObject body, String name) throws JsonException {
    String hex = body.string(name);
    try {
      return Digest.ofHex(hex);
    } catch (IllegalArgumentException malformed) {
      throw body.fault(name, "not 64 lower-case hexadecimal digits");
    }
  }

  /**
   * The text that is the one member {@code name} of the object in {@code body}, which has no other.
   *
   * @throws ProblemException as {@link #object}, or json-field
   */
  public static String text(String name, @Nullable String type, InputStream body) {
    JsonObject said = object(type, body);
    try {
      said.requireOnly(Set.of(name));
      return said.string(name);
    } catch (JsonException wrong) {
      throw field(wrong);
    }
  }

  /** The problem of a field that {@code wrong} points at. */
  public static ProblemException field(JsonException wrong) {
    return new ProblemException(WebCode.JSON_FIELD, wrong.reason(), wrong.pointer());
  }
}
