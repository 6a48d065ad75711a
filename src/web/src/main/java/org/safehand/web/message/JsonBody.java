package org.safehand.web.message;

import java.io.IOException;
import java.io.InputStream;
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

  private JsonBody() {}

  /**
   * The bytes of {@code body}, which is read to its end.
   *
   * @throws ProblemException body-too-large
   */
  public static byte[] bytes(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(LIMIT + 1);
    if (bytes.length > LIMIT) {
      throw new ProblemException(WebCode.BODY_TOO_LARGE, "at most " + LIMIT + " bytes");
    }
    return bytes;
  }

  /**
   * The object in {@code body}.
   *
   * @throws ProblemException body-too-large or json-malformed
   */
  public static JsonObject object(InputStream body) throws IOException {
    byte[] bytes = bytes(body);
    try {
      return Jcs.requireObject(Jcs.readAnyLayout(bytes));
    } catch (JsonException malformed) {
      throw new ProblemException(WebCode.JSON_MALFORMED, malformed.reason(), malformed.pointer());
    }
  }

  /** The problem of a field that {@code wrong} points at. */
  public static ProblemException field(JsonException wrong) {
    return new ProblemException(WebCode.JSON_FIELD, wrong.reason(), wrong.pointer());
  }
}
