package org.safehand.custody.vectors.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.CustodyEvent;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventLink;
import org.safehand.custody.event.EventType;
import org.safehand.custody.event.LeafMaker;
import org.safehand.custody.event.RecordedEvent;
import org.safehand.custody.proof.EventProof;
import org.safehand.custody.proof.ProofException;
import org.safehand.custody.proof.ProofFault;
import org.safehand.custody.proof.ReceiptProof;
import org.safehand.custody.proof.TlogProof;
import org.safehand.custody.provenance.Counterparty;
import org.safehand.custody.provenance.Outcome;
import org.safehand.custody.vectors.event.Parts;
import org.safehand.custody.vectors.form.FixedRandom;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.custody.vectors.form.VectorKind;

/** Proofs of one event, beside the delivery receipt that it recorded. Nobody signed the receipt. */
public final class ReceiptVectors implements VectorKind {
  private static final int AT = 5;
  private static final String PROOF = "proof";
  private static final String RECEIPT = "receipt";
  private static final String STATEMENT =
      "{\"agency\":\"AG-N-001\",\"checkpoint\":\"seen\",\"dispatchId\":\"01931b3e-7b2e-7000-8000-0000000000d1\",\"packageDigest\":\"%s\",\"received\":\"2026-11-24T03:51:58.000Z\",\"sealDigest\":\"%s\",\"version\":1}"
          .formatted(Digest.of(new byte[] {1}).hex(), Digest.of(new byte[] {2}).hex());
  private static final byte[] GOOD = cms(STATEMENT);

  @Override
  public String name() {
    return "receipt-proof";
  }

  @Override
  public String judge(Vector vector, Suite suite) {
    try {
      ReceiptProof proven =
          ReceiptProof.verify(vector.bytes(PROOF), vector.bytes(RECEIPT), Policy.of(vector));
      assertThat(proven.event().proof().index()).isEqualTo(vector.number("index"));
      assertThat(proven.checkpoint().size()).isEqualTo(vector.number("size"));
      assertThat(proven.event().leaf().leafHash().base64()).isEqualTo(vector.text("leaf-hash"));
      return Vector.OK;
    } catch (ProofException e) {
      return e.fault().code();
    }
  }

  private static byte[] cms(String content) {
    try {
      return new CMSSignedDataGenerator()
          .generate(new CMSProcessableByteArray(content.getBytes(UTF_8)), true)
          .toASN1Structure()
          .getEncoded("DER");
    } catch (CMSException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The header that records {@code receipt}. */
  private static EventHeader.Builder header(EventType type, byte[] receipt) {
    return Parts.header(
            "01931b3e-9000-7000-8000-000000000004", type, Instant.parse("2026-11-24T03:51:59.123Z"))
        .counterparty(new Counterparty("AG-N-001", "soap-1"))
        .fact("checkpoint", Digest.of("seen".getBytes(UTF_8)))
        .fact("dispatchId", "01931b3e-7b2e-7000-8000-0000000000d1")
        .fact("packageDigest", Digest.of(new byte[] {1}))
        .fact("receipt", Digest.of(receipt))
        .fact("sealDigest", Digest.of(new byte[] {2}));
  }

  private static EventHeader.Builder recording(byte[] receipt) {
    return header(EventType.DELIVERY_RECEIPT, receipt);
  }

  private static RecordedEvent event(EventHeader.Builder header) {
    return new LeafMaker(new FixedRandom("salts of the receipt"))
        .make(
            EventLink.first(Parts.CASE),
            CustodyEvent.of(header.build()),
            TagKey.ofBytes(FixedRandom.seed("tag key of the receipt")));
  }

  /** The proof of that event in a log of eleven. */
  private static EventProof proof(EventHeader.Builder header, TestKey... more) throws IOException {
    RecordedEvent event = event(header);
    SampleLog log = new SampleLog(11, i -> i == AT ? event.leaf().bytes() : Parts.leaf(i));
    return EventProof.of(event, new TlogProof(AT, log.path(AT), log.note(more)));
  }

  private static Vector vector(Policy policy, Vector vector, byte[] receipt, byte[] proof) {
    return policy.in(vector).with(RECEIPT, receipt).with(PROOF, proof);
  }

  @Override
  public void make(Suite suite) throws IOException {
    ok(suite, "worked-example", Policy.LOG, proof(recording(GOOD)));
    ok(suite, "witnessed", Policy.WITNESSED, proof(recording(GOOD), TestKey.WITNESS));
    makeOtherEvents(suite);
    makeOtherWords(suite);
    makeUntrusted(suite);
    makeUnopened(suite);
    makeSpellings(suite);
  }

  private static void ok(Suite suite, String name, Policy policy, EventProof proof) {
    suite.put(
        "ok-" + name,
        vector(policy, Vector.ok("the receipt was recorded"), GOOD, proof.bytes())
            .with("index", AT)
            .with("size", 11)
            .with("leaf-hash", proof.leaf().leafHash()));
  }

  private static void refuse(
      Suite suite, String name, ProofFault fault, byte[] receipt, byte[] proof, String shows) {
    suite.put(name, vector(Policy.LOG, Vector.refused(fault.code(), shows), receipt, proof));
  }

  private static void other(
      Suite suite, String name, EventHeader.Builder header, byte[] receipt, String shows)
      throws IOException {
    refuse(suite, name, ProofFault.OTHER_EVENT, receipt, proof(header).bytes(), shows);
  }

  private static void makeOtherEvents(Suite suite) throws IOException {
    for (EventType type :
        new EventType[] {
          EventType.TRANSMIT_AUTHORISED, EventType.OPENING_RECEIPT, EventType.RECEIPT_REFUSED
        }) {
      other(suite, "type-" + type.wire(), header(type, GOOD), GOOD, "an event of another type");
    }
    for (Outcome.Result result :
        new Outcome.Result[] {Outcome.Result.FAILED, Outcome.Result.DENIED}) {
      Outcome outcome = new Outcome(result, "receipt-mismatch", null, null);
      String name = result.name().toLowerCase(Locale.ROOT);
      other(suite, name, recording(GOOD).outcome(outcome), GOOD, "an outcome that is not done");
    }
    byte[] flipped = GOOD.clone();
    flipped[flipped.length - 1] ^= 1;
    other(suite, "receipt-flipped", recording(GOOD), flipped, "another receipt");
    other(suite, "receipt-none", recording(new byte[0]), new byte[0], "a receipt of no bytes");
    byte[] bare = STATEMENT.getBytes(UTF_8);
    other(suite, "receipt-bare", recording(bare), bare, "the content without its signature");
    other(
        suite,
        "agency-of-the-event",
        recording(GOOD).counterparty(new Counterparty("AG-S-002", "soap-1")),
        GOOD,
        "an event about another agency");
  }

  private static void makeOtherWords(Suite suite) throws IOException {
    Map<String, String> changes =
        Map.of(
            "agency", "AG-N-001 AG-S-002",
            "checkpoint", "seen read",
            "dispatch", "0000000000d1 0000000000d2",
            "package", Digest.of(new byte[] {1}).hex() + " " + Digest.of().hex(),
            "seal", Digest.of(new byte[] {2}).hex() + " " + Digest.of().hex(),
            "version", "\"version\":1 \"version\":2",
            "member", "\"sealDigest\" \"sealdigest\"");
    for (Map.Entry<String, String> change : changes.entrySet()) {
      String[] words = change.getValue().split(" ", -1);
      byte[] receipt = cms(STATEMENT.replace(words[0], words[1]));
      other(
          suite,
          "says-another-" + change.getKey(),
          recording(receipt),
          receipt,
          "a receipt that says something else than the event");
    }
  }

  private static void makeUntrusted(Suite suite) throws IOException {
    String good = new String(proof(recording(GOOD)).bytes(), UTF_8);
    suite.put(
        "no-witness",
        vector(
            Policy.WITNESSED,
            Vector.refused(ProofFault.CHECKPOINT.code(), "no witness, and one is asked"),
            GOOD,
            good.getBytes(UTF_8)));
    changed(suite, "size", ProofFault.CHECKPOINT, it -> it.replace("\\n11\\n", "\\n12\\n"));
    changed(suite, "index", ProofFault.NOT_INCLUDED, it -> it.replace("index 5", "index 4"));
    String tag = event(recording(GOOD)).leaf().tag().base64();
    String other = Parts.equalBytes(7).base64();
    changed(suite, "tag", ProofFault.NOT_INCLUDED, it -> it.replace(tag, other));
    EventProof mine = proof(recording(GOOD));
    TlogProof elsewhere = new TlogProof(AT, new SampleLog(11).path(AT), new SampleLog(11).note());
    refuse(
        suite,
        "other-log",
        ProofFault.NOT_INCLUDED,
        GOOD,
        new EventProof(mine.leaf(), mine.header(), mine.headerSalt(), elsewhere).bytes(),
        "a signed checkpoint of another tree of that size");
  }

  private static void changed(
      Suite suite, String name, ProofFault fault, UnaryOperator<String> change) throws IOException {
    String good = new String(proof(recording(GOOD)).bytes(), UTF_8);
    String file = change.apply(good);
    assertThat(file).as(name).isNotEqualTo(good);
    refuse(suite, name, fault, GOOD, file.getBytes(UTF_8), "a changed " + name);
  }

  private static void makeUnopened(Suite suite) throws IOException {
    ProofFault shut = ProofFault.NOT_OPENED;
    String salt = event(recording(GOOD)).salts().header().hex();
    changed(suite, "endpoint", shut, it -> it.replace("soap-1", "soap-2"));
    changed(suite, "salt", shut, it -> it.replace(salt, Parts.equalBytes(7).hex()));
    changed(
        suite,
        "salt-of-the-link",
        shut,
        it -> it.replace(salt, event(recording(GOOD)).salts().link().hex()));
    changed(suite, "second", shut, it -> it.replace("03:51:59Z", "03:51:58Z"));
  }

  private static void makeSpellings(Suite suite) throws IOException {
    ProofFault form = ProofFault.MALFORMED;
    changed(suite, "version", form, it -> it.replace("\"v\":1}", "\"v\":2}"));
    changed(suite, "last-byte", form, it -> it + "\n");
    changed(suite, "first-byte", form, it -> " " + it);
    changed(suite, "member-more", form, it -> it.replaceFirst("\\{", "{\"a\":1,"));
    changed(suite, "member-less", form, it -> it.replaceFirst("\"headerSalt\":\"[0-9a-f]+\",", ""));
    changed(suite, "no-version", form, it -> it.replaceFirst(",\"v\":1\\}$", "}"));
    changed(
        suite,
        "salt-in-capitals",
        form,
        it -> it.replaceFirst("headerSalt\":\"[0-9a-f]{8}", "headerSalt\":\"ABCDEFAB"));
    changed(suite, "index-zero", form, it -> it.replace("index 5", "index 05"));
    changed(suite, "index-of-the-size", form, it -> it.replace("index 5", "index 11"));
    changed(
        suite,
        "leaf-version",
        form,
        it -> it.replaceFirst("\"v\":1\\},\"proof", "\"v\":2},\"proof"));
  }
}
