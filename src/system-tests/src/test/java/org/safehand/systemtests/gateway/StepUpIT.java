package org.safehand.systemtests.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.safehand.systemtests.gateway.Api.Answer;

/** The second factor for one act, asked and answered over HTTP with the real identity provider. */
class StepUpIT {
  private final RunningGateway gateway = RunningGateway.get();
  private final Api supervisor = gateway.supervisor();

  /** A release to one agency of what was sealed just before. */
  private Release sealed() throws Exception {
    String referral = Referrals.open(gateway.officer(), Documents.good());
    assertThat(
            Referrals.add(gateway.officer(), referral, Sample.text("note.txt", "a note\n"))
                .status())
        .isEqualTo(201);
    String digest = Referrals.seal(gateway.officer(), referral);
    return new Release(referral, Referrals.etag(supervisor, referral), digest, "AG-S-002");
  }

  private static Release to(Release release, String... recipients) {
    return new Release(release.referral(), release.etag(), release.sealDigest(), recipients);
  }

  private static void assertAsked(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo(StepUp.ASKED);
    assertThat(answer.header("WWW-Authenticate"))
        .startsWith("Bearer error=\"insufficient_user_authentication\", ")
        .endsWith(", acr_values=\"gold\", max_age=\"300\"");
  }

  private static void assertRefused(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
  }

  @Test
  void release_isDoneOnceAfterTheSecondFactor_forWhatWasNamedAlone() throws Exception {
    Release one = sealed();
    Release other = sealed();
    assertAsked(one.send(supervisor));
    assertThat(Referrals.custody(supervisor, one.referral())).contains("denied");
    one.stepUp(supervisor).show(supervisor);
    assertAsked(other.send(supervisor));
    assertAsked(to(one, "AG-N-001").send(supervisor));
    assertAsked(to(one, "AG-N-001", "AG-S-002").send(supervisor));
    Answer released = one.send(supervisor);
    assertThat(released.status()).as(released.text()).isEqualTo(200);
    assertThat(Referrals.state(supervisor, other.referral())).isEqualTo("IN_REVIEW");
  }

  @Test
  void release_toFewerOrElsewhereThanWasNamed_asksAgain() throws Exception {
    Release one = sealed();
    to(one, "AG-N-001", "AG-S-002").stepUp(supervisor).show(supervisor);
    one.stepUpAt("elsewhere").show(supervisor);
    assertAsked(one.send(supervisor));
    assertAsked(to(one, "AG-N-001").send(supervisor));
    assertThat(Referrals.state(supervisor, one.referral())).isEqualTo("IN_REVIEW");
    Answer both = to(one, "AG-S-002", "AG-N-001").send(supervisor);
    assertThat(both.status()).as("in whatever order " + both.text()).isEqualTo(200);
  }

  @Test
  void stepUp_forAnotherVersion_orOfWhoMayNotAct_isRefused() throws Exception {
    Release one = sealed();
    StepUp named = one.stepUp(supervisor);
    assertRefused(
        new StepUp("release", one.referral(), "\"v1\"", named.digest()).ask(supervisor),
        409,
        "step-up-other-version");
    assertRefused(
        new StepUp("return", one.referral(), one.etag(), named.digest()).ask(supervisor),
        422,
        "value-invalid");
    assertRefused(named.ask(gateway.otherOfficer()), 403, "operation-not-permitted");
    assertRefused(named.ask(gateway.liaison("AG-N-001")), 404, "referral-not-found");
    assertThat(named.ask(gateway.anonymous()).status()).isEqualTo(401);
  }

  @Test
  void challenge_answeredForAnotherOne_isRefusedAndUsedUp() throws Exception {
    Release one = sealed();
    Answer first = one.stepUp(supervisor).ask(supervisor);
    Answer second = one.stepUp(supervisor).ask(supervisor);
    String token = supervisor.idToken(first.json().path("challenge").asText());
    assertRefused(StepUp.answer(supervisor, second, token), 403, "id-token-nonce");
    assertRefused(StepUp.answer(supervisor, second, token), 404, "step-up-not-found");
    assertRefused(StepUp.answer(gateway.officer(), first, token), 404, "step-up-not-found");
    assertAsked(one.send(supervisor));
    assertThat(StepUp.answer(supervisor, first, token).status()).isEqualTo(204);
    assertRefused(StepUp.answer(supervisor, first, token), 404, "step-up-not-found");
  }

  @Test
  void report_ofTwoRequests_needsTwoStepUps() throws Exception {
    String referral = sealed().referral();
    Api auditor = gateway.auditor();
    String order = "{\"level\":\"links\",\"purpose\":\"trial\",\"toDate\":false}";
    String digest = Sample.text("order", order).sha256();
    String path = "/api/v1/referrals/" + referral + "/custody/extracts";
    new StepUp("report", referral, Referrals.etag(auditor, referral), digest).show(auditor);
    assertAsked(auditor.post(path, order.replace("links", "details")));
    assertThat(auditor.post(path, order).status()).isEqualTo(202);
    assertAsked(auditor.post(path, order));
  }

  /** Somebody who is not in a session that asked. */
  @Test
  void callback_withoutASession_grantsNothing() throws Exception {
    Answer answer =
        gateway
            .anonymous()
            .get("/stepup/callback?state=forged&code=forged&iss=https://example.org");
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).endsWith("/?step-up=step-up-state");
  }
}
