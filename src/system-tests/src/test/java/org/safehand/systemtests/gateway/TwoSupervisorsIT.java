package org.safehand.systemtests.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.safehand.systemtests.gateway.Api.Answer;

/** A release to an agency that the registry calls high-risk, by two people over HTTP. */
class TwoSupervisorsIT {
  private final RunningGateway gateway = RunningGateway.get();
  private final Grants grants = new Grants(gateway);
  private final Api supervisor = gateway.supervisor();
  private final Api other = gateway.otherSupervisor();

  @Test
  void release_toAHighRiskAgency_isDoneByTheSecondOfTwo() throws Exception {
    HighRisk.register(gateway);
    String referral = Referrals.open(gateway.officer(), Documents.good());
    Sample note = Sample.text("note.txt", "a synthetic note");
    assertThat(Referrals.add(gateway.officer(), referral, note).status()).isEqualTo(201);
    String digest = Referrals.seal(gateway.officer(), referral);

    Release first =
        new Release(referral, Referrals.etag(supervisor, referral), digest, HighRisk.AGENCY);
    StepUp firstProof = first.stepUp(supervisor);
    grants.keep("supervisor1", firstProof);
    Answer endorsed = first.send(supervisor);
    assertThat(endorsed.status()).as(endorsed.text()).isEqualTo(200);
    assertThat(endorsed.json().path("state").asText()).isEqualTo("ENDORSED");
    assertThat(endorsed.json().path("endorsedBy").asText()).isEqualTo("supervisor1");
    assertThat(endorsed.json().at("/highRisk/0").asText()).isEqualTo(HighRisk.AGENCY);
    assertThat(Referrals.dispatches(supervisor, referral)).isEmpty();
    assertThat(line(referral).path("endorsedBy").asText()).isEqualTo("supervisor1");

    Release second = new Release(referral, endorsed.header("ETag"), digest, HighRisk.AGENCY);
    StepUp proof = second.stepUp(other);
    assertThat(second.send(supervisor).code()).isEqualTo("second-person-required");
    assertThat(proof.ask(supervisor).code()).isEqualTo("second-person-required");
    grants.keep("supervisor2", new StepUp("release", referral, second.etag(), firstProof.digest()));
    assertThat(second.send(other).code()).as("proven for the first").isEqualTo(StepUp.ASKED);
    Release elsewhere = new Release(referral, second.etag(), digest, "AG-S-002");
    assertThat(elsewhere.send(other).code()).isEqualTo("release-recipients-differ");
    assertThat(Referrals.dispatches(supervisor, referral)).isEmpty();

    grants.keep("supervisor2", proof);
    Answer released = second.send(other);
    assertThat(released.status()).as(released.text()).isEqualTo(200);
    assertThat(released.json().path("state").asText()).isEqualTo("RELEASED");
    assertThat(released.json().path("endorsedBy").asText()).isEqualTo("supervisor1");
    assertThat(released.json().path("releasedBy").asText()).isEqualTo("supervisor2");
    String dispatch = Referrals.dispatches(supervisor, referral).get(0);
    Referrals.awaitDispatch(supervisor, dispatch, "AVAILABLE");
    assertThat(Referrals.custody(supervisor, referral))
        .containsSubsequence("sealed", "endorsed", "released", "transmit-authorised");
  }

  /** The referral in the list that supervisors work through. */
  private JsonNode line(String referral) throws Exception {
    for (JsonNode line : supervisor.get("/api/v1/referrals").json().path("items")) {
      if (line.path("id").asText().equals(referral)) {
        return line;
      }
    }
    throw new AssertionError("not on the first page: " + referral);
  }
}
