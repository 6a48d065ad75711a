package org.safehand.cli.http;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;

/** A whole answer of at most {@value #LIMIT} bytes. */
public final class Answer {
  /** More than the longest list of the API. */
  static final int LIMIT = 32 << 20;

  private final String place;
  private final int status;
  private final HttpHeaders headers;
  private final byte[] body;

  private Answer(String place, int status, HttpHeaders headers, byte[] body) {
    this.place = place;
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** The answer to the request {@code place}, whose body is read from {@code in}. */
  public static Answer of(String place, HttpResponse<?> response, InputStream in)
      throws IOException, CliException {
    byte[] body = in.readNBytes(LIMIT + 1);
    if (body.length > LIMIT) {
      throw new CliException(
          CliCode.ANSWER_MALFORMED, place, "the answer is longer than " + LIMIT + " bytes");
    }
    return new Answer(
        requireNonNull(place, "place is null"), response.statusCode(), response.headers(), body);
  }

  /** The request it answers. */
  public String place() {
    return place;
  }

  public int status() {
    return status;
  }

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** A copy. */
  public byte[] body() {
    return body.clone();
  }

  /** The body, which must be one JSON object. */
  public JsonObject json() throws CliException {
    try {
      return Jcs.requireObject(Jcs.readAnyLayout(body));
    } catch (JsonException e) {
      throw malformed(e);
    }
  }

  /** This answer lacks what {@code e} says. */
  public CliException malformed(JsonException e) {
    return new CliException(CliCode.ANSWER_MALFORMED, place, String.valueOf(e.getMessage()));
  }
}
