package org.safehand.systemtests.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.safehand.systemtests.gateway.Api.Answer;

/** The second factor for one act, asked and answered over HTTP with the real identity provider. */
class StepUpIT {
  private final RunningGateway gateway = RunningGateway.get();
  private final Api supervisor = gateway.supervisor();

  private record Sealed(String referral, String digest, String etag) {
    StepUp release() {
      return new StepUp("release", referral, etag, digest);
    }

    Answer send(Api person) throws Exception {
      return person.post(
          "/api/v1/referrals/" + referral + "/release",
          "{\"sealDigest\":\"%s\",\"recipients\":[\"AG-S-002\"]}".formatted(digest),
          etag);
    }
  }

  private Sealed sealed() throws Exception {
    String referral = Referrals.open(gateway.officer(), Documents.good());
    assertThat(
            Referrals.add(gateway.officer(), referral, Sample.text("note.txt", "a note\n"))
                .status())
        .isEqualTo(201);
    String digest = Referrals.seal(gateway.officer(), referral);
    return new Sealed(referral, digest, Referrals.etag(supervisor, referral));
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
    Sealed one = sealed();
    Sealed other = sealed();
    assertAsked(one.send(supervisor));
    assertThat(Referrals.custody(supervisor, one.referral())).contains("denied");
    one.release().show(supervisor);
    assertAsked(other.send(supervisor));
    Answer released = one.send(supervisor);
    assertThat(released.status()).as(released.text()).isEqualTo(200);
    assertThat(Referrals.state(supervisor, other.referral())).isEqualTo("IN_REVIEW");
  }

  @Test
  void stepUp_forAnotherVersionOrSeal_isRefused() throws Exception {
    Sealed one = sealed();
    String other = (one.digest().startsWith("0") ? "1" : "0") + one.digest().substring(1);
    assertRefused(
        new StepUp("release", one.referral(), "\"v1\"", one.digest()).ask(supervisor),
        409,
        "step-up-other-version");
    assertRefused(
        new StepUp("release", one.referral(), one.etag(), other).ask(supervisor),
        409,
        "release-digest-mismatch");
    assertRefused(
        new StepUp("return", one.referral(), one.etag(), one.digest()).ask(supervisor),
        422,
        "value-invalid");
    assertRefused(one.release().ask(gateway.otherOfficer()), 403, "operation-not-permitted");
    assertRefused(one.release().ask(gateway.liaison("AG-N-001")), 404, "referral-not-found");
    assertThat(one.release().ask(gateway.anonymous()).status()).isEqualTo(401);
  }

  @Test
  void challenge_answeredForAnotherOne_isRefusedAndUsedUp() throws Exception {
    Sealed one = sealed();
    Answer first = one.release().ask(supervisor);
    Answer second = one.release().ask(supervisor);
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
