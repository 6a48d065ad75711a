package org.safehand.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sends a problem document from a filter or a servlet. */
public final class ProblemAnswer {
  private ProblemAnswer() {}

  /** Answers {@code request} with the problem of {@code code}; nothing may be committed yet. */
  public static void send(
      HttpServletRequest request, HttpServletResponse response, WebCode code, String detail)
      throws IOException {
    send(request, response, Problem.of(code, detail));
  }

  /** Answers {@code request} with {@code problem}; nothing may be committed yet. */
  public static void send(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    problem.answers(request);
    byte[] body = problem.json(TraceId.of(request));
    response.setStatus(problem.status());
    if (problem.status() == 401 && response.getHeader("WWW-Authenticate") == null) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    response.setHeader("Cache-Control", "no-store");
    problem.fields().forEach(response::setHeader);
    RefusalStatus.retryAfter(problem.code())
        .ifPresent(seconds -> response.setHeader("Retry-After", Integer.toString(seconds)));
    response.setContentType(Problem.MEDIA_TYPE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
