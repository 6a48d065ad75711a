package org.safehand.cli.api;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.safehand.cli.http.Answer;
import org.safehand.cli.http.Refused;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.session.SessionOption;
import org.safehand.cli.session.SignedIn;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonObject;

/** The API of a gateway, asked as the signed-in person. An answer that is returned is a success. */
public final class Gateway {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final SignedIn person;

  private Gateway(SignedIn person) {
    this.person = person;
  }

  /** The gateway that the person of {@code session} signed in to. */
  public static Gateway of(SessionOption session, Clock clock) throws CliException {
    return new Gateway(SignedIn.of(requireNonNull(session, "session is null").file(), clock));
  }

  public Answer get(String path) throws CliException {
    return success(request(path, Map.of()).timeout(PATIENCE).GET().build());
  }

  /** The answer to a GET with its body still to come, whatever its status. */
  public HttpResponse<InputStream> open(String path, Map<String, String> headers)
      throws CliException {
    return person.transport().open(request(path, headers).timeout(PATIENCE).GET().build());
  }

  /** Who asks. */
  public SignedIn person() {
    return person;
  }

  /** What {@link #open} asks, for an error line. */
  public String place(String path) {
    return "GET " + person.server() + path;
  }

  public Answer postJson(String path, Map<String, String> headers, JsonObject body)
      throws CliException {
    return postJson(path, headers, Jcs.write(body));
  }

  /** Sends {@code body} as it is, so that pointers in a refusal are into what the person wrote. */
  public Answer postJson(String path, Map<String, String> headers, byte[] body)
      throws CliException {
    return success(
        request(path, headers)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body))
            .build());
  }

  public Answer putJson(String path, JsonObject body) throws CliException {
    return putJson(path, Map.of(), body);
  }

  public Answer putJson(String path, Map<String, String> headers, JsonObject body)
      throws CliException {
    return putJson(path, headers, Jcs.write(body));
  }

  /** Sends {@code body} as it is, so that pointers in a refusal are into what the person wrote. */
  public Answer putJson(String path, Map<String, String> headers, byte[] body) throws CliException {
    return success(
        request(path, headers)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofByteArray(body))
            .build());
  }

  /** The entity tag of the object at {@code path}, as it is now. */
  public String etag(String path) throws CliException {
    return etag(get(path));
  }

  /** The entity tag of what was answered. */
  public static String etag(Answer current) throws CliException {
    return current
        .header("ETag")
        .orElseThrow(
            () -> new CliException(CliCode.ANSWER_MALFORMED, current.place(), "has no ETag"));
  }

  public Answer delete(String path) throws CliException {
    return success(request(path, Map.of()).timeout(PATIENCE).DELETE().build());
  }

  /** Takes away what is at {@code path}, for what {@code body} says. */
  public Answer delete(String path, Map<String, String> headers, JsonObject body)
      throws CliException {
    return success(
        request(path, headers)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .method("DELETE", BodyPublishers.ofByteArray(Jcs.write(body)))
            .build());
  }

  public Answer post(String path, Map<String, String> headers) throws CliException {
    return post(path, headers, PATIENCE);
  }

  /** Asks for something that may take as long as {@code patience}. */
  public Answer post(String path, Map<String, String> headers, Duration patience)
      throws CliException {
    return success(request(path, headers).timeout(patience).POST(BodyPublishers.noBody()).build());
  }

  /**
   * Sends a long body, for which there is time at 64 KiB a second. No {@code Expect} is sent: the
   * client of JDK 17 never ends an answer that comes instead of the 100.
   */
  public Answer upload(String path, Map<String, String> headers, BodyPublisher body)
      throws CliException {
    Duration patience = PATIENCE.plusSeconds(body.contentLength() >> 16);
    return success(request(path, headers).timeout(patience).POST(body).build());
  }

  private Answer success(HttpRequest request) throws CliException {
    Answer answer = person.transport().send(request);
    if (!answer.isSuccess()) {
      throw Refused.of(answer);
    }
    return answer;
  }

  private HttpRequest.Builder request(String path, Map<String, String> headers)
      throws CliException {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(person.server() + path))
            .header("Authorization", "Bearer " + person.accessToken())
            .header("Accept", "application/json, application/problem+json, */*;q=0.5");
    headers.forEach(builder::header);
    return builder;
  }
}
