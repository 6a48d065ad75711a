package org.safehand.systemtests.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.safehand.systemtests.gateway.Api.Answer;

/** The steps of {@code ReferralJourneyTest} again, over HTTP and on the real servers. */
class GatewayIT {
  private final RunningGateway gateway = RunningGateway.get();

  @Test
  void referral_deliveredToTheAgency_leavesAChainOfCustody() throws Exception {
    Delivery delivery = gateway.delivered();
    assertThat(Referrals.state(gateway.supervisor(), delivery.referral())).isEqualTo("RELEASED");
    assertThat(Referrals.custody(gateway.auditor(), delivery.referral()))
        .containsSubsequence(
            "case-opened",
            "intake",
            "intake",
            "submitted",
            "sealed",
            "released",
            "transmit-authorised",
            "packaged",
            "transmit-attempted",
            "delivery-receipt");
  }

  @Test
  void receipt_readOverTheApi_isTheOneThatTheAgencyKept() throws Exception {
    Delivery delivery = gateway.delivered();
    Answer receipt =
        gateway.supervisor().fetch("/api/v1/dispatches/" + delivery.dispatch() + "/receipt");
    assertThat(receipt.status()).isEqualTo(200);
    assertThat(receipt.response().body())
        .isEqualTo(Files.readAllBytes(delivery.packageFile().resolveSibling("receipt.p7m")));
  }

  @Test
  void package_retrievedByTheLiaison_isTheOneThatTheAgencyReceived() throws Exception {
    Delivery delivery = gateway.delivered();
    String path = "/api/v1/dispatches/" + delivery.dispatch() + "/package";
    Api liaison = gateway.liaison("AG-N-001");
    Answer whole = liaison.fetch(path);
    assertThat(whole.status()).isEqualTo(200);
    byte[] received = Files.readAllBytes(delivery.packageFile());
    assertThat(whole.response().body()).isEqualTo(received);
    Answer part =
        liaison.send(
            liaison.to(path).setHeader("Accept", "*/*").header("Range", "bytes=1000-4999").GET());
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.response().body()).isEqualTo(Arrays.copyOfRange(received, 1000, 5000));
    assertThat(Referrals.custody(gateway.auditor(), delivery.referral()))
        .contains("retrieved", "released");
    Answer referral = liaison.get("/api/v1/referrals/" + delivery.referral());
    assertThat(referral.json().path("recipients")).as("and nobody else's").hasSize(1);
    assertThat(referral.response().headers().firstValue("ETag"))
        .as("which would count acts of which an agency is not told")
        .isEmpty();
    assertThat(Referrals.custody(liaison, delivery.referral()))
        .contains("transmit-authorised", "delivery-receipt", "retrieved")
        .doesNotContain("released", "sealed", "read", "intake");
  }

  @Test
  void administrator_seesNoCase() throws Exception {
    Answer answer =
        gateway.administrator().get("/api/v1/referrals/" + gateway.delivered().referral());
    assertThat(answer.status()).isIn(403, 404);
    assertThat(gateway.administrator().get("/api/v1/referrals").status()).isEqualTo(403);
  }

  @Test
  void creation_repeatedWithTheSameKey_givesTheSameReferral() throws Exception {
    Api officer = gateway.officer();
    String key = "repeat-0123456789";
    Answer first = create(officer, key);
    Answer again = create(officer, key);
    assertThat(first.status()).isEqualTo(201);
    assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));
  }

  private static Answer create(Api officer, String key) throws Exception {
    return officer.send(
        officer
            .to("/api/v1/referrals")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(Documents.good())));
  }
}
