package org.safehand.web.problem;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.ServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;

/**
 * One refusal or failure as RFC 9457 writes it.
 *
 * @param code stable, listed in {@code src/ERRORS.md}
 * @param status HTTP status
 * @param title one line that is the same for every occurrence of the code
 * @param detail what is particular here; may be empty
 * @param concerns the parts of the request that it is about
 * @param fields header fields that the answer has beside it
 */
public record Problem(
    String code,
    int status,
    String title,
    String detail,
    List<Concern> concerns,
    Map<String, String> fields) {
  /** The media type of RFC 9457. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String ANSWERED = Problem.class.getName();

  public Problem {
    requireNonNull(code, "code is null");
    requireNonNull(title, "title is null");
    requireNonNull(detail, "detail is null");
    concerns = List.copyOf(concerns);
    fields = Map.copyOf(fields);
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("not an error status: " + status);
    }
  }

  /**
   * A problem at {@code pointers} (RFC 6901) into the request's body, with no fields of its own.
   */
  public Problem(String code, int status, String title, String detail, List<String> pointers) {
    this(code, status, title, detail, pointers.stream().map(Concern::member).toList(), Map.of());
  }

  /** The problem that {@code code} alone tells. */
  public static Problem of(WebCode code, String detail) {
    return of(code, detail, List.of());
  }

  /** The problem of {@code code} at {@code pointers}. */
  public static Problem of(WebCode code, String detail, List<String> pointers) {
    return new Problem(code.wire(), code.status(), code.title(), detail, pointers);
  }

  /** The members of the request's body that it is about (RFC 6901). */
  public List<String> pointers() {
    return concerns.stream().filter(Concern::isMember).map(Concern::value).toList();
  }

  /** The same, with the header field {@code name} beside it. */
  public Problem withField(String name, String value) {
    return new Problem(code, status, title, detail, concerns, Map.of(name, value));
  }

  /** The same, where what {@code pointer} would point at came in the header field {@code name}. */
  public Problem inHeader(String pointer, String name) {
    return new Problem(
        code,
        status,
        title,
        detail.replace(pointer, name),
        concerns.stream()
            .map(it -> it.equals(Concern.member(pointer)) ? Concern.header(name) : it)
            .toList(),
        fields);
  }

  /** Notes on {@code request} that it is answered with this. */
  public void answers(ServletRequest request) {
    request.setAttribute(ANSWERED, this);
  }

  /** With what {@code request} was answered, once. */
  public static Optional<Problem> takeAnswered(ServletRequest request) {
    if (request.getAttribute(ANSWERED) instanceof Problem problem) {
      request.removeAttribute(ANSWERED);
      return Optional.of(problem);
    }
    return Optional.empty();
  }

  /** UTF-8 JSON with {@code traceId}, by which the gateway's log is searched. */
  public byte[] json(String traceId) {
    JsonObjectBuilder json =
        JsonObject.builder()
            .put("type", "urn:safehand:problem:" + code)
            .put("title", title)
            .put("status", status)
            .put("code", code)
            .put("traceId", traceId);
    if (!detail.isEmpty()) {
      json.put("detail", detail);
    }
    if (!concerns.isEmpty()) {
      json.put("errors", JsonArray.of(concerns.stream().map(Concern::json).toList()));
    }
    return Jcs.write(json.build());
  }
}
