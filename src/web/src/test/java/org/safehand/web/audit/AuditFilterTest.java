package org.safehand.web.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.web.problem.Problem;
import org.safehand.web.problem.RefusalStatus;
import org.safehand.web.problem.WebCode;
import org.safehand.web.provider.StepUpFault;

class AuditFilterTest {
  private final Map<String, Object> attributes = new HashMap<>();
  private final Path file;
  private final AuditTrail trail;
  private final AuditFilter filter;

  AuditFilterTest(@TempDir Path temp) {
    file = temp.resolve("audit-node-1.jsonl");
    trail =
        new AuditTrail(
            new AuditSettings(temp, new StaffNumber("node-1"), Duration.ofHours(1)),
            Clock.systemUTC(),
            mark -> {});
    filter = new AuditFilter(trail);
  }

  static Set<WebCode> noted() {
    return EnumSet.of(
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
        WebCode.OPERATION_UNNAMED);
  }

  static Set<WebCode> notNoted() {
    return EnumSet.complementOf(EnumSet.copyOf(noted()));
  }

  @ParameterizedTest
  @MethodSource("noted")
  void request_refusedForWhoMadeItOrHow_isNoted(WebCode code) throws Exception {
    filter(answering(code));
    assertThat(written())
        .contains("\"code\":\"" + code.wire() + "\"")
        .contains("\"status\":" + code.status())
        .contains("\"path\":\"/api/v1/referrals\"")
        .contains("\"address\":\"192.0.2.7\"")
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @MethodSource("notNoted")
  void request_refusedForWhatItAsked_isNotNoted(WebCode code) throws Exception {
    filter(answering(code));
    assertThat(written()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(StepUpFault.class)
  void request_withAStepUpThatDidNotComeAbout_isNoted(StepUpFault fault) throws Exception {
    filter(answering(new Problem(fault.wire(), 401, "A step-up", "", List.of())));
    assertThat(written()).contains("\"code\":\"" + fault.wire() + "\"");
  }

  @Test
  void request_ofSomebodySignedOut_isNoted() throws Exception {
    filter(answering(RefusalStatus.problem(Refusal.of(RefusalCode.SIGNED_OUT, "sign in again"))));
    assertThat(written()).contains("\"code\":\"signed-out\"").contains("\"status\":401");
  }

  /** The journal has them. */
  @ParameterizedTest
  @EnumSource(value = RefusalCode.class, mode = EnumSource.Mode.EXCLUDE, names = "SIGNED_OUT")
  void request_refusedByAUseCase_isNotNoted(RefusalCode code) throws Exception {
    filter(answering(RefusalStatus.problem(Refusal.of(code, ""))));
    assertThat(written()).isEmpty();
  }

  @Test
  void request_answeredWell_isNotNoted() throws Exception {
    filter((request, response) -> {});
    assertThat(written()).isEmpty();
  }

  @Test
  void refusal_answeredByTheErrorPageWithinTheRequest_isNotedOnceWithThePathAskedFor()
      throws Exception {
    filter(
        (request, response) -> {
          attributes.put(RequestDispatcher.ERROR_REQUEST_URI, "/api/v1/me");
          filter.doFilter(request, response, answering(WebCode.UNAUTHENTICATED));
        });
    assertThat(written().lines()).singleElement().asString().contains("\"path\":\"/api/v1/me\"");
  }

  @Test
  void refusal_followedByAFault_isStillNoted() throws Exception {
    assertThatThrownBy(
            () ->
                filter(
                    (request, response) -> {
                      Problem.of(WebCode.CSRF, "").answers(request);
                      throw new IOException("the connection broke");
                    }))
        .isInstanceOf(IOException.class);
    assertThat(written()).contains("csrf");
  }

  private static FilterChain answering(WebCode code) {
    return answering(Problem.of(code, ""));
  }

  private static FilterChain answering(Problem problem) {
    return (request, response) -> problem.answers(request);
  }

  private void filter(FilterChain chain) throws IOException, ServletException {
    filter.doFilter(request(), response(), chain);
  }

  private String written() throws IOException {
    trail.work(null);
    return Files.exists(file) ? Files.readString(file, UTF_8) : "";
  }

  /** A request as the container would give it, with what the filter asks for. */
  private HttpServletRequest request() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            AuditFilterTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getMethod" -> "POST";
                  case "getRequestURI" -> "/api/v1/referrals";
                  case "getQueryString" -> "access_token=secret";
                  case "getRemoteAddr" -> "192.0.2.7";
                  case "getAttribute" -> attributes.get((String) arguments[0]);
                  case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                  case "removeAttribute" -> attributes.remove((String) arguments[0]);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static HttpServletResponse response() {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            AuditFilterTest.class.getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException(method.getName());
            });
  }
}
