package org.safehand.cli.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.cli.CommandRun;
import org.safehand.cli.TestTrust;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.CustodyEvent;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventLink;
import org.safehand.custody.event.EventType;
import org.safehand.custody.event.LeafMaker;
import org.safehand.custody.event.RecordedEvent;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.proof.EventProof;
import org.safehand.custody.proof.TlogProof;
import org.safehand.custody.provenance.Counterparty;
import org.safehand.custody.provenance.Instrument;
import org.safehand.custody.provenance.Occasion;
import org.safehand.custody.provenance.Principal;

/** A log whose only entry is the event that recorded a receipt. */
class VerifyReceiptCommandTest {
  private static final String DISPATCH = "01931b3e-7b2e-7000-8000-0000000000d1";
  private static final String ZERO = "0".repeat(64);
  private static final String STATEMENT =
      "{\"agency\":\"AG-N-001\",\"checkpoint\":\"seen\",\"dispatchId\":\"%1$s\",\"packageDigest\":\"%2$s\",\"received\":\"2026-11-24T09:00:00.000Z\",\"sealDigest\":\"%2$s\",\"version\":1}"
          .formatted(DISPATCH, ZERO);

  private final SecureRandom random = new SecureRandom();
  private final LogKey key = LogKey.generate("example.org/log", random);
  private final Path trust;
  private final Path receipt;
  private final Path proof;

  VerifyReceiptCommandTest(@TempDir Path folder) throws Exception {
    trust = folder.resolve("trust");
    TestTrust.write(trust, key.name(), key.verifierKey());
    receipt = Files.write(folder.resolve("receipt.p7m"), receipt());
    proof = Files.write(folder.resolve("receipt.proof.json"), proof(EventType.DELIVERY_RECEIPT));
  }

  private static byte[] receipt() throws IOException, CMSException {
    return new CMSSignedDataGenerator()
        .generate(new CMSProcessableByteArray(STATEMENT.getBytes(UTF_8)), true)
        .toASN1Structure()
        .getEncoded("DER");
  }

  private byte[] proof(EventType type) throws IOException {
    EventHeader header =
        EventHeader.builder(UUID.randomUUID(), type)
            .occasion(Occasion.at(Instant.parse("2026-11-24T09:00:01.123Z")))
            .actor(new Principal("node-1", "gateway-node", "Example Hotline", "node"))
            .instrument(new Instrument("node-1", "Safehand", "0.1"))
            .counterparty(new Counterparty("AG-N-001", "soap-1"))
            .fact("checkpoint", Digest.of("seen".getBytes(UTF_8)))
            .fact("dispatchId", DISPATCH)
            .fact("packageDigest", ZERO)
            .fact("receipt", Digest.of(Files.readAllBytes(receipt)))
            .fact("sealDigest", ZERO)
            .build();
    RecordedEvent event =
        new LeafMaker(random)
            .make(
                EventLink.first(UUID.randomUUID()), CustodyEvent.of(header), TagKey.random(random));
    Checkpoint checkpoint = new Checkpoint(key.name(), 1, event.leaf().leafHash());
    return EventProof.of(event, new TlogProof(0, List.of(), key.sign(checkpoint))).bytes();
  }

  private CommandRun run(Path file) {
    return CommandRun.of(
        "verify", "receipt", file, "--proof", proof, "--trust", trust, "--output", "json");
  }

  @Test
  void receipt_inTheLog_isVerified() {
    CommandRun run = run(receipt);
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("\"verified\":true")
        .contains("\"agency\":\"AG-N-001\"")
        .contains("\"dispatch\":\"" + DISPATCH + "\"")
        .contains("\"recorded\":\"2026-11-24T09:00:01.123Z\"")
        .contains("\"signatures\":[\"example.org/log\"]");
  }

  @Test
  void anotherReceipt_orEvent_exit1() throws Exception {
    Path other = Files.writeString(receipt.resolveSibling("other.p7m"), "another");
    refused(run(other), "proof-other-event: ");
    Files.write(proof, proof(EventType.RECEIPT_REFUSED));
    refused(run(receipt), "proof-other-event: ");
  }

  @Test
  void changedProof_orForeignLog_exit1() throws Exception {
    String good = Files.readString(proof);
    Files.writeString(proof, good.replace("soap-1", "soap-2"));
    refused(run(receipt), "proof-not-opened: ");
    Files.writeString(proof, good.replace("index 0", "index 1"));
    refused(run(receipt), "proof-malformed: ");
    Files.write(proof, new byte[EventProof.MAX_BYTES * 2]);
    refused(run(receipt), "proof-malformed: ");
    Files.writeString(proof, good);
    Path foreign = trust.resolveSibling("foreign");
    LogKey another = LogKey.generate(key.name(), random);
    TestTrust.write(foreign, key.name(), another.verifierKey());
    refused(
        CommandRun.of("verify", "receipt", receipt, "--proof", proof, "--trust", foreign),
        "proof-checkpoint: ");
  }

  @Test
  void missingTrust_exit3_missingFile_exit9_noProof_exit2() {
    Path none = trust.resolveSibling("none");
    assertThat(
            CommandRun.of("verify", "receipt", receipt, "--proof", proof, "--trust", none).exit())
        .isEqualTo(3);
    assertThat(run(none).exit()).isEqualTo(9);
    assertThat(CommandRun.of("verify", "receipt", receipt, "--trust", trust).exit()).isEqualTo(2);
  }

  private static void refused(CommandRun run, String code) {
    assertThat(run.exit()).as(run.toString()).isEqualTo(1);
    assertThat(run.err()).startsWith(code).hasLineCount(1);
    assertThat(run.out()).isEmpty();
  }
}
