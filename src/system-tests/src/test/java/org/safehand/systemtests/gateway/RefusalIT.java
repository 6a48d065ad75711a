package org.safehand.systemtests.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safehand.systemtests.gateway.Api.Answer;

/** What the gateway refuses: a stable code, nothing half-stored, and the denial in the log. */
class RefusalIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Sample NOTE = Sample.text("note.txt", "a synthetic note");

  private final RunningGateway gateway = RunningGateway.get();
  private final Api officer = gateway.officer();
  private final Api supervisor = gateway.supervisor();

  @Test
  void release_ofOnesOwnReferral_refused() throws Exception {
    Api both = gateway.officerAndSupervisor();
    String referral = sealedBy(both);
    Answer answer = Referrals.release(both, referral, digest(both, referral), "AG-N-001");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("release-own-referral");
    assertUnreleased(both, referral);
  }

  @Test
  void release_withAnotherDigest_refused() throws Exception {
    String referral = sealedBy(officer);
    String digest = digest(officer, referral);
    String other = (digest.startsWith("0") ? "1" : "0") + digest.substring(1);
    Answer answer = Referrals.release(supervisor, referral, other, "AG-N-001");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("release-digest-mismatch");
    assertUnreleased(officer, referral);
  }

  @Test
  void release_byAnOfficer_refused() throws Exception {
    String referral = sealedBy(officer);
    Answer answer =
        Referrals.release(gateway.otherOfficer(), referral, digest(officer, referral), "AG-N-001");
    assertThat(answer.status()).isEqualTo(403);
    assertUnreleased(officer, referral);
  }

  @Test
  void package_askedForByAnotherAgency_doesNotExist() throws Exception {
    String dispatch = gateway.delivered().dispatch();
    Answer answer =
        gateway.liaison("AG-S-002").fetch("/api/v1/dispatches/" + dispatch + "/package");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("dispatch-not-found");
    assertThat(Referrals.custody(supervisor, gateway.delivered().referral())).contains("denied");
  }

  @Test
  void package_askedForByHead_isNotRecordedAsRetrieved() throws Exception {
    String referral = gateway.delivered().referral();
    Api liaison = gateway.liaison("AG-N-001");
    List<String> before = Referrals.custody(supervisor, referral);
    Answer head =
        liaison.send(
            liaison
                .to("/api/v1/dispatches/" + gateway.delivered().dispatch() + "/package")
                .setHeader("Accept", "*/*")
                .method("HEAD", BodyPublishers.noBody()));
    assertThat(head.status()).isEqualTo(405);
    assertThat(head.header("Allow")).isEqualTo("GET");
    assertThat(Referrals.custody(supervisor, referral)).isEqualTo(before);
  }

  @Test
  void package_fromBeyondItsEnd_isRefusedWithItsLength() throws Exception {
    Api liaison = gateway.liaison("AG-N-001");
    long length = Files.size(gateway.delivered().packageFile());
    Answer answer =
        liaison.send(
            liaison
                .to("/api/v1/dispatches/" + gateway.delivered().dispatch() + "/package")
                .setHeader("Accept", "*/*")
                .header("Range", "bytes=" + length + "-"));
    assertThat(answer.status()).isEqualTo(416);
    assertThat(answer.header("Content-Range")).isEqualTo("bytes */" + length);
  }

  @Test
  void exhibit_withTooLongAName_isRefusedAndNamesTheHeader() throws Exception {
    String referral = Referrals.open(officer, Documents.good());
    Answer answer =
        Referrals.add(
            officer,
            referral,
            new Sample("n".repeat(256), "text/plain", NOTE.size(), NOTE.content()));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("value-too-long");
    assertThat(answer.json().path("errors").toString())
        .isEqualTo("[{\"header\":\"Content-Disposition\"}]");
    assertNoExhibit(referral);
  }

  @Test
  void document_withAnUnknownField_refusedWithAPointer() throws Exception {
    ObjectNode document = (ObjectNode) JSON.readTree(Documents.good());
    document.put("extra", "x");
    Answer answer = officer.post("/api/v1/referrals", document.toString());
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("unknown-field");
    assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("/extra");
  }

  @Test
  void document_withAnUnknownCode_refusedWithAPointer() throws Exception {
    ObjectNode document = (ObjectNode) JSON.readTree(Documents.good());
    ((ObjectNode) document.path("header")).put("urgency", "U9");
    Answer answer = officer.post("/api/v1/referrals", document.toString());
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("unknown-code");
    assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("/header/urgency");
  }

  @Test
  void document_inAnotherMediaType_refused() throws Exception {
    Answer answer =
        officer.send(
            officer
                .to("/api/v1/referrals")
                .header("Content-Type", "text/xml")
                .header("Idempotency-Key", "0123456789")
                .POST(BodyPublishers.ofString("<referral/>")));
    assertThat(answer.status()).isEqualTo(415);
  }

  @Test
  void exhibit_ofARefusedMediaType_leavesNothing() throws Exception {
    String referral = Referrals.open(officer, Documents.good());
    Sample wrong = new Sample("run.exe", "application/x-msdownload", NOTE.size(), NOTE.content());
    Answer answer = Referrals.add(officer, referral, wrong);
    assertThat(answer.code()).isEqualTo("media-type-not-accepted");
    assertNoExhibit(referral);
  }

  @Test
  void exhibit_withAnotherDigest_leavesNothing() throws Exception {
    String referral = Referrals.open(officer, Documents.good());
    Answer answer =
        officer.send(
            Referrals.upload(officer, referral, NOTE)
                .setHeader("Content-Digest", Sample.text("x", "other").contentDigest()));
    assertThat(answer.code()).isEqualTo("exhibit-digest-mismatch");
    assertNoExhibit(referral);
  }

  @Test
  void exhibit_cutOffHalfWay_leavesNothing() throws Exception {
    String referral = Referrals.open(officer, Documents.good());
    long before = gateway.vaultBytes();
    Sample large = Sample.random("cut.bin", 40L << 20, 7);
    TruncatedUpload.send(Referrals.upload(officer, referral, large).build(), large, 20 << 20);
    Await.until(
        "the vault forgets the upload that broke",
        Duration.ofSeconds(60),
        () -> gateway.vaultBytes() == before);
    assertNoExhibit(referral);
  }

  @Test
  void anonymous_refused() throws Exception {
    Answer answer = gateway.anonymous().get("/api/v1/referrals");
    assertThat(answer.status()).isEqualTo(401);
  }

  private String sealedBy(Api author) throws Exception {
    String referral = Referrals.open(author, Documents.good());
    assertThat(Referrals.add(author, referral, NOTE).status()).isEqualTo(201);
    Referrals.seal(author, referral);
    return referral;
  }

  private static String digest(Api person, String referral) throws Exception {
    return person.get("/api/v1/referrals/" + referral).json().path("sealDigest").asText();
  }

  private static void assertUnreleased(Api person, String referral) throws Exception {
    assertThat(Referrals.state(person, referral)).isEqualTo("IN_REVIEW");
    assertThat(Referrals.dispatches(person, referral)).isEmpty();
    assertThat(Referrals.custody(person, referral)).contains("denied");
  }

  private void assertNoExhibit(String referral) throws Exception {
    assertThat(officer.get("/api/v1/referrals/" + referral).json().path("exhibits")).isEmpty();
  }
}
