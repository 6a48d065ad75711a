package org.safehand.web.audit;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.web.problem.Problem;
import org.safehand.web.problem.TraceId;
import org.safehand.web.problem.WebCode;
import org.safehand.web.provider.StepUpFault;

/**
 * Notes each request that was refused because of who made it or how, before any use case was asked.
 * Refusals by a use case are custody events; {@code signed-out}, which both the filters and a use
 * case say, is noted in either case.
 */
public final class AuditFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private static final Set<String> NOTED =
      Stream.of(
              Stream.of(
                      WebCode.UNAUTHENTICATED,
                      WebCode.SESSION_ENDED,
                      WebCode.CLIENT_NOT_ADMITTED,
                      WebCode.SECOND_FACTOR_MISSING,
                      WebCode.TOKEN_BOUND,
                      WebCode.TOKEN_NOT_BOUND,
                      WebCode.CERTIFICATE_MISMATCH,
                      WebCode.CERTIFICATE_NOT_PINNED,
                      WebCode.CERTIFICATE_NOT_VALID,
                      WebCode.CERTIFICATE_STANDING_UNKNOWN,
                      WebCode.NOT_AT_THE_MACHINE_DOOR,
                      WebCode.TOKEN_IN_URL,
                      WebCode.CROSS_SITE,
                      WebCode.CSRF,
                      WebCode.FORBIDDEN,
                      WebCode.OPERATION_UNNAMED)
                  .map(WebCode::wire),
              Stream.of(RefusalCode.SIGNED_OUT.wire()),
              Arrays.stream(StepUpFault.values()).map(StepUpFault::wire))
          .flatMap(codes -> codes)
          .collect(Collectors.toUnmodifiableSet());

  private final transient AuditTrail trail;

  public AuditFilter(AuditTrail trail) {
    this.trail = requireNonNull(trail, "trail is null");
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(request, response);
    } finally {
      Problem.takeAnswered(request)
          .filter(problem -> NOTED.contains(problem.code()))
          .ifPresent(problem -> trail.note(line(request, problem)));
    }
  }

  private AuditLine line(HttpServletRequest request, Problem problem) {
    return new AuditLine(
        trail.clock().instant(),
        String.valueOf(request.getRemoteAddr()),
        request.getMethod(),
        path(request),
        problem.status(),
        problem.code(),
        TraceId.of(request));
  }

  /** The path that was asked for; while the error page is answered that is not the page's. */
  private static String path(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
        ? asked
        : request.getRequestURI();
  }
}
