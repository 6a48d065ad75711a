package org.safehand.systemtests.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.systemtests.gateway.Api.Answer;

/**
 * An administrator and a supervisor change where an agency receives; the gateway goes on running.
 */
class RegistryIT {
  private static final String AGENCY = "AG-S-002";
  private static final String CHALLENGES = "/api/v1/key-challenges";

  private final RunningGateway gateway = RunningGateway.get();
  private final Registration registration = new Registration(gateway);

  @TempDir Path folder;

  @Test
  void newCertificate_proposedAndApproved_isWhatTheNextReleaseIsEncryptedTo() throws Exception {
    NewKey fresh = NewKey.make(gateway, folder, "CN=AG-S-002,O=Example Police South");
    String pem = Files.readString(fresh.certificate());
    JsonNode before = registration.entry(AGENCY);
    Answer proposed =
        registration.proposed(
            AGENCY,
            agency -> {
              makeRoom(agency);
              ((ArrayNode) agency.at("/endpoints/0/encryptionCertificates")).add(pem);
            });
    assertThat(registration.entry(AGENCY)).isEqualTo(before);

    Answer asked = Registration.approveNow(gateway.supervisor(), proposed);
    assertThat(asked.status()).isEqualTo(401);
    assertThat(asked.code()).isEqualTo("insufficient-user-authentication");
    assertThat(asked.header("WWW-Authenticate")).contains("insufficient_user_authentication");
    for (Api person :
        List.of(gateway.administrator(), gateway.otherAdministrator(), gateway.auditor())) {
      assertThat(Registration.approveNow(person, proposed).code())
          .isEqualTo("operation-not-permitted");
    }
    Answer approved = registration.approve(proposed);
    assertThat(approved.status()).as(approved.text()).isEqualTo(200);
    assertThat(approved.json().path("state").asText()).isEqualTo("APPROVED");
    assertThat(registration.entry(AGENCY).path("revision").asLong())
        .isGreaterThan(before.path("revision").asLong());
    assertThat(registration.approve(proposed).code()).isEqualTo("proposal-wrong-state");

    String dispatch = released();
    Referrals.awaitDispatch(gateway.supervisor(), dispatch, "AVAILABLE");
    assertThat(
            gateway
                .supervisor()
                .get("/api/v1/dispatches/" + dispatch)
                .json()
                .path("recipientCertificate")
                .asText())
        .isEqualTo(fresh.sha256());
  }

  /** The commands that an agency and two people at the hotline type, and their answers. */
  @Test
  void keyOfAnAgency_isEnrolledByItsProofAndTheFingerprintThatBothWereTold() throws Exception {
    NewKey fresh = NewKey.make(gateway, folder, "CN=AG-S-002,O=Example Police South");
    registration.change(AGENCY, RegistryIT::makeRoom);
    ObjectNode key = key(fresh, registration.entry(AGENCY)).put("request", fresh.request());
    ObjectNode wrong = key.deepCopy().put("fingerprint", fresh.sha256());
    assertThat(gateway.administrator().post(Registration.PROPOSALS, wrong.toString()).code())
        .isEqualTo("key-fingerprint-mismatch");
    Answer proposed = gateway.administrator().post(Registration.PROPOSALS, key.toString());
    assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
    assertThat(registration.approve(proposed, "").code()).isEqualTo("key-fingerprint-mismatch");
    assertThat(registration.approve(proposed, fresh.sha256()).code())
        .isEqualTo("key-fingerprint-mismatch");
    Answer approved = registration.approve(proposed, fresh.publicKeySha256());
    assertThat(approved.status()).as(approved.text()).isEqualTo(200);
    assertThat(registration.entry(AGENCY).toString())
        .contains(Files.readString(fresh.certificate()).lines().toList().get(3));
  }

  /** An ML-KEM key signs nothing: the agency opens what was encrypted to it, at its own place. */
  @Test
  void keyThatCannotSign_isEnrolledByTheAnswerToAChallenge_andEncryptedTo() throws Exception {
    NewKey fresh = NewKey.encapsulated(gateway, folder, "CN=AG-S-002,O=Example Police South");
    registration.change(AGENCY, RegistryIT::makeRoom);
    JsonNode before = registration.entry(AGENCY);
    Api administrator = gateway.administrator();
    String order =
        JsonNodeFactory.instance
            .objectNode()
            .put("agency", AGENCY)
            .put("certificate", Files.readString(fresh.certificate()))
            .toString();
    Answer challenge = administrator.post(CHALLENGES, order);
    assertThat(challenge.status()).as(challenge.text()).isEqualTo(201);
    assertThat(challenge.json().path("publicKeySha256").asText())
        .isEqualTo(fresh.publicKeySha256());
    String answer = answer(fresh, challenge);

    ObjectNode key = key(fresh, before);
    assertThat(administrator.post(Registration.PROPOSALS, key.toString()).code())
        .isEqualTo("field-required");
    Answer another = administrator.post(CHALLENGES, order);
    proven(key, another, answer);
    assertThat(administrator.post(Registration.PROPOSALS, key.toString()).code())
        .isEqualTo("key-proof-invalid");
    proven(key, challenge, answer);
    Answer proposed = administrator.post(Registration.PROPOSALS, key.toString());
    assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
    assertThat(administrator.post(Registration.PROPOSALS, key.toString()).code())
        .isEqualTo("key-challenge-used");
    Answer approved = registration.approveGranted(proposed, fresh.publicKeySha256());
    assertThat(approved.status()).as(approved.text()).isEqualTo(200);
    try {
      String dispatch = released();
      Referrals.awaitDispatch(gateway.supervisor(), dispatch, "AVAILABLE");
      assertThat(
              gateway
                  .supervisor()
                  .get("/api/v1/dispatches/" + dispatch)
                  .json()
                  .path("recipientCertificate")
                  .asText())
          .isEqualTo(fresh.sha256());
    } finally {
      registration.change(
          AGENCY,
          agency ->
              ((ObjectNode) agency.at("/endpoints/0"))
                  .set(
                      "encryptionCertificates",
                      before.at("/agency/endpoints/0/encryptionCertificates")));
    }
  }

  /** What the agency reads out of the challenge. */
  private String answer(NewKey key, Answer challenge) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("challenge.cms"), challenge.json().path("message").asText());
    Command proven =
        gateway.safehand(
            "key",
            "prove",
            file.toString(),
            "--key",
            key.key().toString(),
            "--cert",
            key.certificate().toString());
    assertThat(proven.exitCode()).as(proven.output()).isZero();
    assertThat(proven.output()).contains("agency " + AGENCY);
    return proven
        .output()
        .lines()
        .filter(line -> line.matches("[0-9a-f]{64}"))
        .findFirst()
        .orElseThrow();
  }

  private static void proven(ObjectNode key, Answer challenge, String answer) {
    key.putObject("proof")
        .put("challenge", challenge.json().path("id").asText())
        .put("sha256", answer);
  }

  @Test
  void agencyWithSeveralFaults_isRefusedWithAPointerToEach() throws Exception {
    JsonNode entry = registration.entry(AGENCY);
    ObjectNode agency = entry.path("agency").deepCopy();
    agency.put("country", "Q1");
    ((ObjectNode) agency.at("/endpoints/0")).put("address", "http://agency.example.org/");
    ((ArrayNode) agency.at("/endpoints/0/encryptionCertificates")).add("no PEM");
    Answer refused =
        gateway
            .administrator()
            .post(
                Registration.PROPOSALS,
                "{\"kind\":\"agency-set\",\"revision\":%d,\"agency\":%s}"
                    .formatted(entry.path("revision").asLong(), agency));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("errors").findValuesAsText("pointer"))
        .contains(
            "/agency/country",
            "/agency/endpoints/0/address",
            "/agency/endpoints/0/encryptionCertificates/"
                + (agency.at("/endpoints/0/encryptionCertificates").size() - 1));
  }

  /** So that one more certificate has its place beside them. */
  private static void makeRoom(JsonNode agency) {
    ArrayNode certificates = (ArrayNode) agency.at("/endpoints/0/encryptionCertificates");
    while (certificates.size() > 3) {
      certificates.remove(0);
    }
  }

  private static ObjectNode key(NewKey fresh, JsonNode entry) throws Exception {
    return JsonNodeFactory.instance
        .objectNode()
        .put("kind", "agency-key")
        .put("id", AGENCY)
        .put("endpoint", entry.at("/agency/endpoints/0/id").asText())
        .put("certificate", Files.readString(fresh.certificate()))
        .put("fingerprint", fresh.publicKeySha256())
        .put("revision", entry.path("revision").asLong());
  }

  private String released() throws Exception {
    String referral = Referrals.open(gateway.officer(), Documents.good());
    Sample note = Sample.text("note.txt", "a synthetic note");
    assertThat(Referrals.add(gateway.officer(), referral, note).status()).isEqualTo(201);
    String digest = Referrals.seal(gateway.officer(), referral);
    Answer answer = Referrals.releaseProven(gateway, referral, digest, AGENCY);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return Referrals.dispatches(gateway.supervisor(), referral).get(0);
  }
}
