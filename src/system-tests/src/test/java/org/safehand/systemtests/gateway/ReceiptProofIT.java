package org.safehand.systemtests.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.systemtests.gateway.Api.Answer;
import org.safehand.systemtests.identity.Machines;

/** What an agency has of its own receipt over HTTP, verified with files alone. */
class ReceiptProofIT {
  private final RunningGateway gateway = RunningGateway.get();
  private final String dispatch;
  private final Path receipt;
  private final Path proof;

  ReceiptProofIT(@TempDir Path folder) throws Exception {
    dispatch = gateway.delivered().dispatch();
    receipt = folder.resolve("receipt.p7m");
    proof = folder.resolve("receipt.proof.json");
  }

  private Command verified() throws Exception {
    return gateway.safehand(
        "verify",
        "receipt",
        receipt.toString(),
        "--proof",
        proof.toString(),
        "--trust",
        gateway.trust().toString());
  }

  @Test
  void liaisonAndMachine_haveAProofThatVerifiesOffline() throws Exception {
    for (Api who : new Api[] {gateway.liaison("AG-N-001"), new Machines().north()}) {
      String path = "/api/v1/dispatches/" + dispatch + "/receipt";
      Files.write(receipt, who.fetch(path).response().body());
      Await.until("the proof", Duration.ofMinutes(1), () -> saved(who.fetch(path + "/proof")));
      Command verified = verified();
      assertThat(verified.exitCode()).as(verified.output()).isZero();
      assertThat(verified.output())
          .contains(dispatch, "AG-N-001", gateway.delivered().sealDigest());
      assertThat(Files.readString(proof)).doesNotContain(gateway.delivered().referral());
      assertThat(newest().path("type").asText()).isEqualTo("exported");
    }
    Files.writeString(receipt, "another");
    Command refused = verified();
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.output()).contains("proof-other-event: ");
  }

  private boolean saved(Answer answer) throws Exception {
    if (answer.status() == 409) {
      assertThat(answer.code()).isEqualTo("receipt-not-witnessed");
      assertThat(answer.header("Retry-After")).isEqualTo("1");
      return false;
    }
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("Content-Type"))
        .startsWith("application/vnd.safehand.event-proof+json");
    assertThat(answer.header("Content-Disposition")).startsWith("attachment; filename=");
    Files.write(proof, answer.response().body());
    return true;
  }

  private JsonNode newest() throws Exception {
    JsonNode events =
        gateway
            .auditor()
            .get("/api/v1/referrals/" + gateway.delivered().referral() + "/custody")
            .json()
            .path("events");
    return events.get(events.size() - 1);
  }
}
