package org.safehand.systemtests.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.systemtests.gateway.Api;
import org.safehand.systemtests.gateway.Api.Answer;
import org.safehand.systemtests.gateway.RunningGateway;

/** An administrator ends somebody's sessions: cookie and token are out at once. */
class SignedOutIT {
  private final RunningGateway gateway = RunningGateway.get();
  private final NewStaff person;

  SignedOutIT(@TempDir Path folder) throws Exception {
    person = new NewStaff(folder, "referral-officer", "hotline");
  }

  @AfterEach
  void forget() throws Exception {
    person.forget();
  }

  @Test
  void browserAndBearer_areOutAtOnce_andANewSignInIsGood() throws Exception {
    Api bearer = tokenKept();
    WebSession session = WebSession.of(person.browser(), new Keycloak().gatewayOrigin());
    assertThat(bearer.get("/api/v1/referrals").status()).isEqualTo(200);

    Answer ended =
        gateway
            .administrator()
            .post(
                "/api/v1/people/" + person.number() + "/session-end",
                "{\"reason\":\"laptop lost\"}");
    assertThat(ended.status()).as(ended.text()).isEqualTo(200);

    for (String path : new String[] {"/api/v1/me", "/api/v1/referrals", "/api/v1/log/standing"}) {
      Answer refused = bearer.get(path);
      assertThat(refused.status()).as(refused.text()).isEqualTo(401);
      assertThat(refused.code()).isEqualTo("signed-out");
      AuditFiles.awaitLine(refused.text(), path);
    }
    HttpResponse<String> refused = session.send(session.console("/api/v1/referrals").GET());
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.body()).contains("\"signed-out\"");
    AuditFiles.awaitLine(refused.body(), "/api/v1/referrals");
    assertThat(session.me()).as("the session is gone").isEqualTo(401);

    awaitTheNextSecond();
    WebSession anew = WebSession.of(person.browser(), new Keycloak().gatewayOrigin());
    assertThat(anew.send(anew.console("/api/v1/referrals").GET()).statusCode()).isEqualTo(200);
    assertThat(tokenKept().get("/api/v1/referrals").status()).isEqualTo(200);
    assertThat(bearer.get("/api/v1/me").status()).as("and the old token stays out").isEqualTo(401);
  }

  @Test
  void session_isNotEndedByASupervisorOrAuditor() throws Exception {
    String path = "/api/v1/people/" + person.number() + "/session-end";
    for (Api other : new Api[] {gateway.supervisor(), gateway.auditor()}) {
      assertThat(other.post(path, "{\"reason\":\"no\"}").status()).isEqualTo(403);
    }
  }

  @Test
  void request_thatSaysMoreThanTheReason_isRefused() throws Exception {
    Answer refused =
        gateway
            .administrator()
            .post(
                "/api/v1/people/" + person.number() + "/session-end",
                "{\"reason\":\"laptop lost\",\"until\":\"tomorrow\"}");
    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("json-field");
  }

  /** Providers tell when somebody signed in to the second: the one of the end does not count. */
  private static void awaitTheNextSecond() {
    Instant next = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    while (Instant.now().isBefore(next)) {
      Thread.onSpinWait();
    }
  }

  /** One token, never refreshed. */
  private Api tokenKept() throws Exception {
    return new Keycloak().gateway(person.browser().token().value());
  }
}
