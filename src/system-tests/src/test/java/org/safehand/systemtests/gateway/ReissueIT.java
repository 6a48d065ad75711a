package org.safehand.systemtests.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.launcher.authenticator.KeptApp;
import org.safehand.systemtests.gateway.Api.Answer;

/** An agency lost its key: the same seal goes to its new certificate, and to nothing else. */
@TestMethodOrder(OrderAnnotation.class)
class ReissueIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String AGENCY = "AG-S-002";
  private static final String REASON = "the agency lost its key";

  private final RunningGateway gateway = RunningGateway.get();
  private final List<Sample> samples =
      List.of(
          Sample.text("note.txt", "a synthetic note\n"),
          Sample.random("random.bin", (20L << 20) + 1, 17));

  @TempDir Path folder;

  /** First: the package before is for the one certificate that the agency has from the start. */
  @Test
  @Order(1)
  void lostKey_reissued_isOpenedByTheNewKeyAlone_withTheSameCiphertextAndSeal() throws Exception {
    String referral = released();
    String old = Referrals.dispatches(gateway.supervisor(), referral).get(0);
    Referrals.awaitDispatch(gateway.supervisor(), old, "AVAILABLE");
    Path before = fetched(old, "old.asice");
    Path lostKey = gateway.platform().folder().pickUpAgency().resolve("key.pem");
    Path lostCertificate = lostKey.resolveSibling("cert.pem");
    assertOpens(before, lostKey, lostCertificate, "before");

    NewKey fresh = NewKey.make(gateway, folder, "CN=AG-S-002,O=Example Police South");
    assertRefused(gateway.supervisor(), old, fresh.sha256(), 422, "reissue-unknown-certificate");
    register(fresh);
    String current = dispatch(old).path("recipientCertificate").asText();
    assertThat(certificates()).containsExactlyInAnyOrder(current, fresh.sha256());
    assertOnlyASupervisorMay(referral, old, fresh);
    assertRefused(gateway.supervisor(), old, current, 409, "reissue-same-certificate");

    Api supervisor = gateway.supervisor();
    String etag = supervisor.get("/api/v1/dispatches/" + old).header("ETag");
    stepUp(old, etag, fresh.sha256()).show(supervisor);
    Answer other = send(supervisor, old, etag, act(fresh.sha256(), "another reason"));
    assertThat(other.code()).as(other.text()).isEqualTo(StepUp.ASKED);
    Answer answer = send(supervisor, old, etag, act(fresh.sha256(), REASON));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    String next = answer.json().path("id").asText();
    Referrals.awaitDispatch(gateway.supervisor(), next, "AVAILABLE");
    assertClosed(old, next);

    Path after = fetched(next, "new.asice");
    assertThat(gateway.verifyPackage(after).exitCode()).isZero();
    assertOpens(after, fresh.key(), fresh.certificate(), "after");
    Command lost = open(after, lostKey, lostCertificate, "lost");
    assertThat(lost.exitCode()).as(lost.output()).isEqualTo(1);
    assertThat(ciphertext(after)).hasSize(3).isEqualTo(ciphertext(before));
    JsonNode header = header(after);
    assertThat(header.path("sealDigest")).isEqualTo(header(before).path("sealDigest"));
    assertThat(header.path("supersedes").asText()).isEqualTo(old);
    assertThat(header.path("sequence").asInt()).isEqualTo(2);
    assertThat(header.at("/recipient/certificateSha256").asText()).isEqualTo(fresh.sha256());
    assertThat(Referrals.custody(gateway.auditor(), referral))
        .containsSubsequence(
            "packaged", "retrieved", "reissued", "transmit-authorised", "packaged", "retrieved");
    Command log = gateway.verifyLog(gateway.exportLog(folder.resolve("log")));
    assertThat(log.exitCode()).as(log.output()).isZero();
  }

  @Test
  @Order(2)
  void console_aSupervisorReissuesByKeyboard_toTheCertificateThatTheyChose() throws Exception {
    Walk walk = Walk.of(gateway);
    if (certificates().size() == 1) {
      register(NewKey.make(gateway, folder, "CN=AG-S-002,O=Example Police South"));
    }
    String referral = released();
    String old = Referrals.dispatches(gateway.supervisor(), referral).get(0);
    Referrals.awaitDispatch(gateway.supervisor(), old, "AVAILABLE");
    String current = dispatch(old).path("recipientCertificate").asText();
    String other =
        certificates().stream().filter(it -> !it.equals(current)).findFirst().orElseThrow();
    String users =
        """
        {"supervisor": %s}\
        """
            .formatted(walk.known("supervisor1"));
    String code = new KeptApp(gateway.platform().secrets(), gateway.named("supervisor1")).code();
    walk.through(
        referral, users, Map.of("SAFEHAND_WALK_REISSUE", other, "SAFEHAND_WALK_CODE", code));
    String next = dispatch(old).path("supersededBy").asText();
    Referrals.awaitDispatch(gateway.supervisor(), next, "AVAILABLE");
    assertThat(dispatch(next).path("recipientCertificate").asText()).isEqualTo(other);
    assertThat(Referrals.custody(gateway.auditor(), referral)).containsOnlyOnce("reissued");
  }

  /** As an administrator and a supervisor do it; the gateway goes on running. */
  private void register(NewKey key) throws Exception {
    key.register(gateway, AGENCY);
  }

  private String released() throws Exception {
    String referral = Referrals.open(gateway.officer(), Documents.good());
    for (Sample sample : samples) {
      assertThat(Referrals.add(gateway.officer(), referral, sample).status()).isEqualTo(201);
    }
    String digest = Referrals.seal(gateway.officer(), referral);
    Answer answer = Referrals.releaseProven(gateway, referral, digest, AGENCY);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return referral;
  }

  private void assertOnlyASupervisorMay(String referral, String old, NewKey fresh)
      throws Exception {
    long denials = denials(referral);
    for (Api person : List.of(gateway.officer(), gateway.auditor(), gateway.administrator())) {
      assertRefused(person, old, fresh.sha256(), 403, "operation-not-permitted");
    }
    for (Api liaison : List.of(gateway.liaison(AGENCY), gateway.liaison("AG-N-001"))) {
      assertRefused(liaison, old, fresh.sha256(), 404, "dispatch-not-found");
    }
    assertThat(denials(referral)).as("each is an event of the case").isEqualTo(denials + 5);
    assertThat(Referrals.dispatches(gateway.supervisor(), referral)).containsExactly(old);
    assertThat(dispatch(old).path("state").asText()).isEqualTo("AVAILABLE");
  }

  private void assertRefused(
      Api person, String dispatch, String certificate, int status, String code) throws Exception {
    Answer answer = reissue(person, dispatch, certificate);
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
  }

  private void assertClosed(String old, String next) throws Exception {
    assertThat(dispatch(old).path("state").asText()).isEqualTo("SUPERSEDED");
    assertThat(dispatch(old).path("supersededBy").asText()).isEqualTo(next);
    assertThat(dispatch(next).path("supersedes").asText()).isEqualTo(old);
    Answer again = gateway.liaison(AGENCY).fetch("/api/v1/dispatches/" + old + "/package");
    assertThat(again.status()).isEqualTo(404);
    Answer twice = reissue(gateway.supervisor(), old, "ab".repeat(32));
    assertThat(twice.code()).isEqualTo("dispatch-superseded");
  }

  private Answer reissue(Api person, String dispatch, String certificate) throws Exception {
    String etag = gateway.supervisor().get("/api/v1/dispatches/" + dispatch).header("ETag");
    return stepUp(dispatch, etag, certificate)
        .around(person, () -> send(person, dispatch, etag, act(certificate, REASON)));
  }

  private static StepUp stepUp(String dispatch, String etag, String certificate) throws Exception {
    String digest = Sample.text("act", act(certificate, REASON)).sha256();
    return new StepUp("reissue", dispatch, etag, digest);
  }

  private static Answer send(Api person, String dispatch, String etag, String act)
      throws IOException, InterruptedException {
    return person.post("/api/v1/dispatches/" + dispatch + "/reissue", act, etag);
  }

  private static String act(String certificate, String reason) {
    return "{\"certificate\":\"%s\",\"reason\":\"%s\"}".formatted(certificate, reason);
  }

  private JsonNode dispatch(String id) throws Exception {
    return gateway.supervisor().get("/api/v1/dispatches/" + id).json();
  }

  /** The fingerprints that a supervisor can choose from. */
  private List<String> certificates() throws Exception {
    for (JsonNode agency : gateway.supervisor().get("/api/v1/agencies").json().path("items")) {
      if (agency.path("id").asText().equals(AGENCY)) {
        return agency.findValuesAsText("sha256");
      }
    }
    throw new AssertionError("the agency is not listed");
  }

  private long denials(String referral) throws Exception {
    return Referrals.custody(gateway.auditor(), referral).stream().filter("denied"::equals).count();
  }

  private Path fetched(String dispatch, String name) throws Exception {
    Answer answer = gateway.liaison(AGENCY).fetch("/api/v1/dispatches/" + dispatch + "/package");
    assertThat(answer.status()).isEqualTo(200);
    return Files.write(folder.resolve(name), answer.response().body());
  }

  private Command open(Path file, Path key, Path certificate, String out) throws Exception {
    return gateway.safehand(
        "open",
        file.toString(),
        "--key",
        key.toString(),
        "--cert",
        certificate.toString(),
        "--trust",
        gateway.trust().toString(),
        "--out",
        folder.resolve(out).toString());
  }

  private void assertOpens(Path file, Path key, Path certificate, String out) throws Exception {
    Command opened = open(file, key, certificate, out);
    assertThat(opened.exitCode()).as(opened.output()).isZero();
    for (int i = 0; i < samples.size(); i++) {
      Path exhibit = folder.resolve(out).resolve("%04d.bin".formatted(i + 1));
      try (InputStream in = Files.newInputStream(exhibit)) {
        assertThat(sha256(in)).isEqualTo(samples.get(i).sha256());
      }
    }
  }

  private static Map<String, String> ciphertext(Path file) throws Exception {
    Map<String, String> digests = new TreeMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().filter(it -> it.getName().endsWith(".bin")).toList()) {
        try (InputStream in = zip.getInputStream(entry)) {
          digests.put(entry.getName(), sha256(in));
        }
      }
    }
    return digests;
  }

  private static JsonNode header(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream in = zip.getInputStream(zip.getEntry("package.json"))) {
      return JSON.readTree(in);
    }
  }

  private static String sha256(InputStream in) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
  }
}
