package org.safehand.systemtests.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.systemtests.gateway.Api.Answer;

/** A case's custody, had over HTTP from the real servers and verified with files alone. */
class ExtractIT {
  private final RunningGateway gateway = RunningGateway.get();

  @Test
  void extract_ofADeliveredReferral_isVerifiedOfflineAndReported(@TempDir Path folder)
      throws Exception {
    String referral = gateway.delivered().referral();
    Answer issued = ask(gateway.auditor(), referral, true);
    assertThat(issued.status()).as(issued.text()).isEqualTo(202);
    String location = URI.create(issued.header("Location")).getPath();
    assertThat(location).isEqualTo(path(referral) + "/" + issued.json().path("id").asText());

    Path file = folder.resolve("case.extract.json");
    Await.until("the extract", Duration.ofMinutes(1), () -> saved(location, file));

    Answer head =
        gateway
            .auditor()
            .send(
                gateway
                    .auditor()
                    .to(location)
                    .setHeader("Accept", "*/*")
                    .method("HEAD", BodyPublishers.noBody()));
    assertThat(head.status()).as("nothing is handed out by it").isEqualTo(405);
    assertThat(head.header("Allow")).isEqualTo("GET");

    Await.until("the handing out, witnessed", Duration.ofMinutes(1), () -> witnessed(referral));
    Path log = gateway.exportLog(folder.resolve("log"));
    String trust = gateway.trust().toString();
    Command verified =
        gateway.safehand(
            "verify", "extract", file.toString(), "--trust", trust, "--log", log.toString());
    assertThat(verified.exitCode()).as(verified.output()).isZero();
    // handing it out is the one event that follows
    assertThat(verified.output()).containsPattern("laterEvents +1\\b");
    Path report = folder.resolve("report");
    Command reported =
        gateway.safehand("report", file.toString(), "--trust", trust, "--out", report.toString());
    assertThat(reported.exitCode()).as(reported.output()).isZero();
    assertThat(report.resolve("report.html")).content().contains("delivery-receipt");
  }

  @Test
  void extract_toDate_isNotForASupervisor_andNoneForAnOfficer() throws Exception {
    String referral = gateway.delivered().referral();
    for (Answer refused :
        new Answer[] {
          ask(gateway.supervisor(), referral, true), ask(gateway.officer(), referral, false)
        }) {
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.code()).isEqualTo("operation-not-permitted");
    }
    assertThat(ask(gateway.liaison("AG-N-001"), referral, false).status()).isEqualTo(404);
  }

  private boolean saved(String location, Path file) throws Exception {
    Answer answer = gateway.auditor().fetch(location);
    if (answer.status() == 409) {
      assertThat(answer.code()).isEqualTo("extract-not-witnessed");
      assertThat(answer.header("Retry-After")).isEqualTo("1");
      return false;
    }
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("Content-Type"))
        .startsWith("application/vnd.safehand.custody-extract+json");
    assertThat(answer.header("Content-Disposition")).startsWith("attachment; filename=");
    Files.write(file, answer.response().body());
    return true;
  }

  /** Whether the newest event of the case is witnessed. */
  private boolean witnessed(String referral) throws Exception {
    JsonNode events =
        gateway.auditor().get("/api/v1/referrals/" + referral + "/custody").json().path("events");
    JsonNode newest = events.get(events.size() - 1);
    assertThat(newest.path("type").asText()).isEqualTo("exported");
    return newest.path("stage").asText().equals("witnessed");
  }

  private static Answer ask(Api person, String referral, boolean toDate) throws Exception {
    String order = "{\"level\":\"details\",\"purpose\":\"trial\",\"toDate\":%s}".formatted(toDate);
    String digest = Sample.text("order", order).sha256();
    return new StepUp("report", referral, Referrals.etag(person, referral), digest)
        .around(person, () -> person.post(path(referral), order));
  }

  private static String path(String referral) {
    return "/api/v1/referrals/" + referral + "/custody/extracts";
  }
}
