package org.safehand.systemtests.race;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.systemtests.gateway.Api;
import org.safehand.systemtests.gateway.Api.Answer;
import org.safehand.systemtests.gateway.Command;
import org.safehand.systemtests.gateway.Grants;
import org.safehand.systemtests.gateway.HighRisk;
import org.safehand.systemtests.gateway.Referrals;
import org.safehand.systemtests.gateway.Release;
import org.safehand.systemtests.gateway.RunningGateway;
import org.safehand.systemtests.gateway.Sample;
import org.safehand.systemtests.gateway.StepUp;

/** Of two who race over HTTP exactly one wins, and the custody log tells of that one. */
class RaceIT {
  private static final String STATE = "referral-wrong-state";
  private static final String REVISION = "revision-conflict";
  private static final String ASKED = "insufficient-user-authentication";

  private final RunningGateway gateway = RunningGateway.get();
  private final Grants grants = new Grants(gateway);
  private final Api officer = gateway.officer();
  private final Api supervisor = gateway.supervisor();
  private final Api other = gateway.otherSupervisor();
  private final Api auditor = gateway.auditor();

  @AfterAll
  static void custodyLog_verifiesAfterwards(@TempDir Path folder) throws Exception {
    RunningGateway gateway = RunningGateway.get();
    Command log = gateway.verifyLog(gateway.exportLog(folder.resolve("log")));
    assertThat(log.exitCode()).as(log.output()).isZero();
    JsonNode audit = gateway.auditor().post("/api/v1/log/verifications", "{}").json();
    assertThat(audit.path("holds").asBoolean()).as(audit.toString()).isTrue();
  }

  @Test
  void twoReleasesOfOneReferral_oneIsDone() throws Exception {
    for (Release release : InReview.many(officer, Race.ROUNDS)) {
      StepUp proven = release.stepUp(supervisor);
      grants.keep("supervisor1", proven);
      grants.keep("supervisor2", proven);
      List<Answer> answers = Race.of(() -> release.send(supervisor), () -> release.send(other));
      int winner = Race.winner(answers, STATE, REVISION);
      assertThat(released(release).path("actor").asText())
          .isEqualTo(winner == 0 ? "supervisor1" : "supervisor2");
      assertThat(Referrals.dispatches(supervisor, release.referral())).hasSize(1);
    }
  }

  @Test
  void twoWhoAreEachTheSecondOfTwo_oneIsDone() throws Exception {
    HighRisk.register(gateway);
    Api third = gateway.officerAndSupervisor();
    for (Release first : InReview.many(officer, Race.ROUNDS, HighRisk.AGENCY)) {
      grants.keep("supervisor1", first.stepUp(supervisor));
      Release release = again(first, first.send(supervisor));
      StepUp proven = release.stepUp(other);
      grants.keep("supervisor2", proven);
      grants.keep("duty1", proven);
      List<Answer> answers = Race.of(() -> release.send(other), () -> release.send(third));
      int winner = Race.winner(answers, STATE, REVISION);
      assertThat(released(release).path("actor").asText())
          .isEqualTo(winner == 0 ? "supervisor2" : "duty1");
      assertThat(Referrals.dispatches(supervisor, release.referral())).hasSize(1);
    }
  }

  /** The same release after the first of two supervisors, who was answered {@code endorsed}. */
  private static Release again(Release first, Answer endorsed) {
    assertThat(endorsed.json().path("state").asText()).as(endorsed.text()).isEqualTo("ENDORSED");
    return new Release(
        first.referral(), endorsed.header("ETag"), first.sealDigest(), first.recipients());
  }

  @Test
  void releaseAndWithdrawal_oneIsDone() throws Exception {
    for (Release release : InReview.many(officer, Race.ROUNDS)) {
      grants.keep("supervisor1", release.stepUp(supervisor));
      List<Answer> answers =
          Race.of(
              () -> release.send(supervisor),
              () ->
                  officer.post(
                      "/api/v1/referrals/" + release.referral() + "/withdrawal",
                      "{\"reason\":\"taken back\"}",
                      release.etag()));
      boolean released = Race.winner(answers, STATE, REVISION) == 0;
      assertThat(Referrals.state(supervisor, release.referral()))
          .isEqualTo(released ? "RELEASED" : "WITHDRAWN");
      assertThat(Referrals.custody(supervisor, release.referral()))
          .containsOnlyOnce(released ? "released" : "withdrawn")
          .doesNotContain(released ? "withdrawn" : "released");
      assertThat(Referrals.dispatches(supervisor, release.referral())).hasSize(released ? 1 : 0);
    }
  }

  /** Two extracts of one case do not exclude one another; two uses of one step-up do. */
  @Test
  void twoUsesOfOneStepUp_oneIsDone() throws Exception {
    String order = "{\"level\":\"links\",\"purpose\":\"race\",\"toDate\":false}";
    String digest = Sample.text("order", order).sha256();
    String referral = InReview.many(officer, 1).get(0).referral();
    String path = "/api/v1/referrals/" + referral + "/custody/extracts";
    StepUp proven = new StepUp("report", referral, Referrals.etag(auditor, referral), digest);
    int before = grants.left("auditor1");
    for (int round = 0; round < Race.ROUNDS; round++) {
      grants.keep("auditor1", proven);
      Race.winner(Race.of(() -> auditor.post(path, order), () -> auditor.post(path, order)), ASKED);
      assertThat(grants.left("auditor1")).isEqualTo(before);
    }
    assertThat(Referrals.custody(supervisor, referral).stream().filter("extract-issued"::equals))
        .hasSize(Race.ROUNDS);
  }

  /** The one release among the events of the case. */
  private JsonNode released(Release release) throws Exception {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode event :
        supervisor
            .get("/api/v1/referrals/" + release.referral() + "/custody")
            .json()
            .path("events")) {
      if (event.path("type").asText().equals("released")) {
        found.add(event);
      }
    }
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
