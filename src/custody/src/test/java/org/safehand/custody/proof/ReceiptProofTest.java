package org.safehand.custody.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.event.RecordedEvent;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonString;
import org.safehand.custody.log.LogFixture;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.provenance.Counterparty;
import org.safehand.custody.provenance.Outcome;
import org.safehand.custody.trust.Trust;
import org.safehand.custody.trust.Trusts;

class ReceiptProofTest {
  private static final byte[] RECEIPT = ReceiptSample.receipt(Map.of());

  private final ReceiptSample sample = new ReceiptSample(ReceiptSample.recording(RECEIPT).build());
  private final Trust trust = LogFixture.trust();

  private String good() throws IOException {
    return new String(sample.proof(1).bytes(), UTF_8);
  }

  private void refused(String file, byte[] receipt, ProofFault fault) {
    refused(file.getBytes(UTF_8), receipt, trust, fault);
  }

  private static void refused(byte[] file, byte[] receipt, Trust trust, ProofFault fault) {
    assertThatThrownBy(() -> ReceiptProof.verify(file, receipt, trust))
        .isInstanceOfSatisfying(
            ProofException.class, e -> assertThat(e.fault()).as(e.getMessage()).isEqualTo(fault));
  }

  @Test
  void receiptInTheLog_proven() throws Exception {
    ReceiptProof proven = ReceiptProof.verify(sample.proof(1).bytes(), RECEIPT, trust);
    assertThat(proven.receipt()).isEqualTo(Digest.of(RECEIPT));
    assertThat(proven.event().bytes()).isEqualTo(sample.proof(1).bytes());
    assertThat(proven.event().header().fact("dispatchId")).contains(ReceiptSample.DISPATCH);
    assertThat(proven.checkpoint().size()).isEqualTo(3);
  }

  @Test
  void file_tellsNothingOfTheCaseBesideTheEvent() throws IOException {
    RecordedEvent event = sample.event(1);
    assertThat(good())
        .doesNotContain(
            event.link().caseId().toString(),
            "A. Example",
            "sequence",
            sample.event(0).leaf().leafHash().hex(),
            event.salts().link().hex(),
            event.salts().link().base64(),
            event.salts().detail().hex(),
            event.salts().detail().base64());
  }

  /** In header, salt, leaf and proof alike, and whatever the bit makes of the spelling. */
  @Test
  void anyFlippedBit_refused() throws IOException {
    byte[] good = sample.proof(1).bytes();
    for (int bit = 0; bit < good.length * 8; bit++) {
      byte[] changed = good.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertThatThrownBy(() -> ReceiptProof.verify(changed, RECEIPT, trust))
          .as("bit %d", bit)
          .isInstanceOf(ProofException.class);
    }
  }

  @Test
  void anyFlippedBitOfTheReceipt_isOfAnotherReceipt() throws IOException {
    String good = good();
    for (int bit = 0; bit < RECEIPT.length * 8; bit++) {
      byte[] changed = RECEIPT.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      refused(good, changed, ProofFault.OTHER_EVENT);
    }
  }

  @Test
  void headerOrSaltOrLeafOfAnother_isNotOpened() throws IOException {
    String good = good();
    String salt = sample.event(1).salts().header().hex();
    RecordedEvent beside = sample.event(0);
    refused(good.replace("soap-1", "soap-2"), RECEIPT, ProofFault.NOT_OPENED);
    refused(good.replace(salt, beside.salts().header().hex()), RECEIPT, ProofFault.NOT_OPENED);
    refused(
        good.replace(sample.event(1).leaf().toString(), beside.leaf().toString()),
        RECEIPT,
        ProofFault.NOT_OPENED);
  }

  @Test
  void leafWithAnotherTag_isNotIncluded() throws IOException {
    String tag = sample.event(1).leaf().tag().base64();
    String other = sample.event(0).leaf().tag().base64();
    refused(good().replace(tag, other), RECEIPT, ProofFault.NOT_INCLUDED);
  }

  @Test
  void anotherIndexOrPath_isNotIncluded() throws IOException {
    String good = good();
    refused(good.replace("index 1", "index 0"), RECEIPT, ProofFault.NOT_INCLUDED);
    String sibling = sample.event(0).leaf().leafHash().base64();
    refused(good.replace(sibling, Digest.of().base64()), RECEIPT, ProofFault.NOT_INCLUDED);
  }

  @Test
  void anotherCheckpointOfTheLog_isNotIncluded() throws IOException {
    EventProof mine = sample.proof(1);
    ReceiptSample other = new ReceiptSample(ReceiptSample.recording(RECEIPT).build());
    String text =
        mine.proof()
            .toString()
            .replace(
                mine.proof().checkpoint().toString(),
                other.proof(1).proof().checkpoint().toString());
    refused(withProof(mine, text), RECEIPT, trust, ProofFault.NOT_INCLUDED);
  }

  private static byte[] withProof(EventProof proof, String text) {
    String file = new String(proof.bytes(), UTF_8);
    return file.replace(json(proof.proof().toString()), json(text)).getBytes(UTF_8);
  }

  private static String json(String text) {
    return new String(Jcs.write(new JsonString(text)), UTF_8);
  }

  @Test
  void checkpointOfAnotherKey_isNotTheLogs() throws IOException {
    LogKey other = LogKey.generate(LogFixture.KEY.name(), new SecureRandom());
    refused(sample.proof(1, other).bytes(), RECEIPT, trust, ProofFault.CHECKPOINT);
    refused(sample.proof(1).bytes(), RECEIPT, Trusts.of(other), ProofFault.CHECKPOINT);
  }

  @Test
  void anotherEventOfTheCase_isRefused() throws IOException {
    for (int at : new int[] {0, 2}) {
      refused(sample.proof(at).bytes(), RECEIPT, trust, ProofFault.OTHER_EVENT);
    }
  }

  private void refusedHeader(EventHeader header, byte[] receipt) throws IOException {
    byte[] file = new ReceiptSample(header).proof(1).bytes();
    refused(file, receipt, trust, ProofFault.OTHER_EVENT);
  }

  @Test
  void eventOfAnotherTypeOrOutcome_isRefused() throws IOException {
    String digest = Digest.of(RECEIPT).hex();
    refusedHeader(ReceiptSample.event(EventType.OPENING_RECEIPT, digest).build(), RECEIPT);
    for (Outcome.Result result : List.of(Outcome.Result.FAILED, Outcome.Result.DENIED)) {
      refusedHeader(
          ReceiptSample.recording(RECEIPT)
              .outcome(new Outcome(result, "receipt-mismatch", null, null))
              .build(),
          RECEIPT);
    }
  }

  /** A log that says something else of a receipt than the receipt does, by honest keys. */
  @ParameterizedTest
  @CsvSource({
    "agency, AG-S-002",
    "checkpoint, another",
    "dispatchId, 01931b3e-7b2e-7000-8000-0000000000d2",
    "packageDigest, 0000000000000000000000000000000000000000000000000000000000000000",
    "sealDigest, 0000000000000000000000000000000000000000000000000000000000000000",
  })
  void receiptThatSaysSomethingElse_isRefused(String name, String value) throws IOException {
    byte[] receipt = ReceiptSample.receipt(Map.of(name, value));
    refusedHeader(ReceiptSample.recording(receipt).build(), receipt);
  }

  @Test
  void eventOfAnotherAgency_isRefused() throws IOException {
    refusedHeader(
        ReceiptSample.recording(RECEIPT).counterparty(new Counterparty("AG-S-002", "soap")).build(),
        RECEIPT);
  }

  @Test
  void whatIsNoReceipt_isRefused() throws IOException {
    for (byte[] no :
        List.of(
            new byte[0],
            "<html>".getBytes(UTF_8),
            Arrays.copyOf(RECEIPT, RECEIPT.length - 1),
            ReceiptSample.cms("{}".getBytes(UTF_8)),
            ReceiptSample.cms("{\"version\":2}".getBytes(UTF_8)),
            ReceiptSample.cms("no JSON".getBytes(UTF_8)))) {
      refusedHeader(ReceiptSample.recording(no).build(), no);
    }
  }

  @Test
  void otherSpellings_areMalformed() throws IOException {
    String good = good();
    for (String bad :
        List.of(
            "",
            good + "\n",
            " " + good,
            good.replace("\"v\":1}", "\"v\":2}"),
            good.substring(0, good.length() - 1) + ",\"x\":1}",
            good.replace("\"headerSalt\":", "\"headersalt\":"),
            good.replace("index 1", "index 01"),
            good.replace("delivery-receipt", "delivery-receipts"))) {
      refused(bad, RECEIPT, ProofFault.MALFORMED);
    }
    refused(new byte[EventProof.MAX_BYTES + 1], RECEIPT, trust, ProofFault.MALFORMED);
  }
}
