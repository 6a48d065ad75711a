package org.safehand.web.door;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.safehand.web.problem.Problem;
import org.safehand.web.problem.RefusalStatus;
import org.safehand.web.problem.TraceId;

/** A problem document as an answer of JAX-RS. */
final class ProblemResponse {
  private ProblemResponse() {}

  static Response of(@Nullable HttpServletRequest request, Problem problem) {
    HttpServletRequest current = requireNonNull(request, "request is null");
    problem.answers(current);
    Response.ResponseBuilder answer =
        Response.status(problem.status())
            .type(Problem.MEDIA_TYPE)
            .header("Cache-Control", "no-store")
            .entity(problem.json(TraceId.of(current)));
    problem.fields().forEach(answer::header);
    RefusalStatus.challenge(problem)
        .ifPresent(asked -> answer.header(HttpHeaders.WWW_AUTHENTICATE, asked));
    RefusalStatus.retryAfter(problem.code())
        .ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
    return answer.build();
  }
}
