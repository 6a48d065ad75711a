package org.safehand.referral.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.safehand.referral.sample.Hotline.value;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.referral.act.SealedBytes;
import org.safehand.referral.delivery.DeliveredDispatch;
import org.safehand.referral.delivery.SendingDispatch;
import org.safehand.referral.dispatch.ClaimDispatch;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.pki.TestReceipts;
import org.safehand.referral.pki.TestWorld;
import org.safehand.referral.refusal.Done;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;
import org.safehand.referral.sample.Refusals;
import org.safehand.referral.sample.Samples;

class RecordReceiptTest {
  private final Hotline hotline = new Hotline();
  private final SendingDispatch claim = claimed();

  @Test
  void goodReceipt_delivers() {
    SealedBytes receipt = signed(TestWorld.NORTH_RECEIPTS);
    DeliveredDispatch delivered = value(hotline.receipt.record(People.NODE, claim, receipt));
    assertThat(delivered.receipt().bytes()).isEqualTo(receipt);
    assertThat(delivered).isEqualTo(stored());
    EventHeader event = hotline.ports.recorder().newest().event().header();
    assertThat(event.type()).isEqualTo(EventType.DELIVERY_RECEIPT);
    assertThat(event.fact("receipt")).contains(receipt.digest().hex());
  }

  @Test
  void keyOfAnotherAgencyUnderTheSameAuthority_isUntrusted() {
    refused(signed(TestWorld.SOUTH_RECEIPTS), RefusalCode.RECEIPT_UNTRUSTED);
  }

  @Test
  void newCertificateWithTheSameName_isUntrusted() {
    TestAuthority impostor = TestWorld.AGENCY_CA.signer("North Receipts");
    refused(signed(impostor), RefusalCode.RECEIPT_UNTRUSTED);
  }

  @Test
  void duringRollover_receiptsByTheOldAndTheNewKeyCount_andByNoOther() {
    TestAuthority next = TestWorld.AGENCY_CA.signer("North Receipts");
    hotline.endpoints.signBy(
        "AG-N-001", TestWorld.NORTH_RECEIPTS.certificate(), next.certificate());
    refused(signed(TestWorld.SOUTH_RECEIPTS), RefusalCode.RECEIPT_UNTRUSTED);
    value(hotline.receipt.record(People.NODE, claim, signed(next)));

    hotline.packaged("AG-N-001");
    SendingDispatch second = hotline.claim.claim(People.NODE, Channel.SOAP).orElseThrow();
    SealedBytes byTheOld =
        TestReceipts.sign(TestWorld.NORTH_RECEIPTS, Samples.statement(second).build());
    value(hotline.receipt.record(People.NODE, second, byTheOld));
  }

  @Test
  void afterRollover_aReceiptByTheOldKeyIsUntrusted() {
    TestAuthority next = TestWorld.AGENCY_CA.signer("North Receipts");
    hotline.endpoints.signBy("AG-N-001", next.certificate());
    refused(signed(TestWorld.NORTH_RECEIPTS), RefusalCode.RECEIPT_UNTRUSTED);
  }

  @ParameterizedTest
  @CsvSource({
    "agency, AG-S-002",
    "dispatchId, 019341f0-0000-7000-8000-000000000000",
    "packageDigest, 0000000000000000000000000000000000000000000000000000000000000000",
    "sealDigest, 0000000000000000000000000000000000000000000000000000000000000000",
  })
  void anotherFact_isAMismatch(String name, String value) {
    refused(
        TestReceipts.sign(TestWorld.NORTH_RECEIPTS, changed(name, value)),
        RefusalCode.RECEIPT_MISMATCH);
  }

  @ParameterizedTest
  @CsvSource({"received, yesterday", "packageDigest, short", "surprise, x"})
  void malformedStatement_isRefused(String name, String value) {
    refused(
        TestReceipts.sign(TestWorld.NORTH_RECEIPTS, changed(name, value)),
        RefusalCode.RECEIPT_MALFORMED);
  }

  @Test
  void unknownVersionAndOtherSpelling_areRefused() {
    JsonObjectBuilder other = JsonObject.builder();
    Samples.statement(claim)
        .build()
        .members()
        .forEach(
            (name, value) -> {
              if (!name.equals("version")) {
                other.put(name, value);
              }
            });
    refused(
        TestReceipts.sign(TestWorld.NORTH_RECEIPTS, other.put("version", 2).build()),
        RefusalCode.RECEIPT_MALFORMED);
    byte[] spaced =
        (" " + new String(Jcs.write(Samples.statement(claim).build()), UTF_8)).getBytes(UTF_8);
    refused(TestReceipts.sign(TestWorld.NORTH_RECEIPTS, spaced), RefusalCode.RECEIPT_MALFORMED);
  }

  @Test
  void flippedBits_neverMakeAReceiptSayAnythingElse() {
    X509Certificate pinned = TestWorld.NORTH_RECEIPTS.certificate();
    byte[] good = signed(TestWorld.NORTH_RECEIPTS).bytes();
    ReceiptStatement statement = value(ReceiptReader.read(good, List.of(pinned)));
    int refused = 0;
    for (int bit = 0; bit < 8 * good.length; bit++) {
      byte[] flipped = good.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      Outcome<ReceiptStatement> outcome = ReceiptReader.read(flipped, List.of(pinned));
      // what is left free are the certificates that a receipt brings along: they are not looked at
      outcome.fold(found -> assertThat(found).isEqualTo(statement), refusal -> refusal);
      refused += outcome instanceof Done ? 0 : 1;
    }
    assertThat(refused).isGreaterThan(4 * good.length);
  }

  @Test
  void trailingByteTruncationAndGarbage_areMalformed() {
    byte[] good = signed(TestWorld.NORTH_RECEIPTS).bytes();
    refused(SealedBytes.of(Arrays.copyOf(good, good.length + 1)), RefusalCode.RECEIPT_MALFORMED);
    refused(SealedBytes.of(Arrays.copyOf(good, good.length - 1)), RefusalCode.RECEIPT_MALFORMED);
    refused(SealedBytes.of(new byte[0]), RefusalCode.RECEIPT_MALFORMED);
    refused(SealedBytes.of(new byte[256 * 1024 + 1]), RefusalCode.RECEIPT_MALFORMED);
    refused(SealedBytes.of("<html>".getBytes(UTF_8)), RefusalCode.RECEIPT_MALFORMED);
  }

  @Test
  void agencyNoLongerRegistered_isRefused() {
    hotline.endpoints.keepOnly("AG-S-002");
    refused(signed(TestWorld.NORTH_RECEIPTS), RefusalCode.ENDPOINT_NOT_USABLE);
  }

  @Test
  void afterTakeOver_theFirstNodesReceiptIsStale_andTheSecondDelivers() {
    hotline.ports.letPass(ClaimDispatch.LEASE);
    SendingDispatch second = hotline.claim.claim(People.NODE, Channel.SOAP).orElseThrow();
    SealedBytes receipt = signed(TestWorld.NORTH_RECEIPTS);
    assertThat(Refusals.refusal(hotline.receipt.record(People.NODE, claim, receipt)).code())
        .isEqualTo(RefusalCode.DISPATCH_FENCE_STALE);
    value(hotline.receipt.record(People.NODE, second, receipt));
  }

  private SendingDispatch claimed() {
    hotline.packaged("AG-N-001");
    return hotline.claim.claim(People.NODE, Channel.SOAP).orElseThrow();
  }

  private SealedBytes signed(TestAuthority signer) {
    return TestReceipts.sign(signer, Samples.statement(claim).build());
  }

  private JsonObject changed(String name, String value) {
    JsonObjectBuilder json = JsonObject.builder();
    Samples.statement(claim)
        .build()
        .members()
        .forEach(
            (member, old) -> {
              if (!member.equals(name)) {
                json.put(member, old);
              }
            });
    return json.put(name, value).build();
  }

  private Object stored() {
    return hotline.ports.dispatches().find(claim.order().id()).orElseThrow();
  }

  private void refused(SealedBytes receipt, RefusalCode code) {
    int events = hotline.ports.recorder().size();
    assertThat(Refusals.refusal(hotline.receipt.record(People.NODE, claim, receipt)).code())
        .isEqualTo(code);
    assertThat(stored()).isEqualTo(claim);
    assertThat(hotline.ports.recorder().size()).isEqualTo(events + 1);
    EventHeader event = hotline.ports.recorder().newest().event().header();
    assertThat(event.type()).isEqualTo(EventType.RECEIPT_REFUSED);
    assertThat(event.outcome().code()).isEqualTo(code.wire());
    assertThat(event.fact("receipt")).contains(receipt.digest().hex());
  }
}
