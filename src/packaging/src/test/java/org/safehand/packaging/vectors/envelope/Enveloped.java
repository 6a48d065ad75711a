package org.safehand.packaging.vectors.envelope;

import java.util.Locale;
import java.util.function.Consumer;
import org.safehand.custody.vectors.form.FixedRandom;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.packaging.envelope.EnvelopeWriter;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.packaging.sample.TestPki;
import org.safehand.packaging.segment.ContentKey;
import org.safehand.packaging.segment.SealedSegment;
import org.safehand.packaging.segment.SegmentCipher;
import org.safehand.packaging.vectors.der.Tlv;
import org.safehand.packaging.vectors.fixed.FixedPackages;
import org.safehand.packaging.vectors.fixed.FixedPki;

/** A good envelope for one recipient, the ciphertext beside it, to be changed. */
final class Enveloped {
  static final String TEXT = "synthetic";

  private final Suite suite;
  private final String recipient;
  private final SealedSegment segment;
  private final byte[] envelope;

  Enveloped(Suite suite, String recipient) {
    this.suite = suite;
    this.recipient = recipient;
    FixedRandom random = new FixedRandom("envelope " + recipient);
    byte[] text = FixedPackages.text(TEXT);
    this.segment = new SegmentCipher(random).seal(text, text.length);
    this.envelope =
        new EnvelopeWriter(random).detached(certificate(), segment.key(), segment.facts());
  }

  RecipientCertificate certificate() {
    return TestPki.recipient(FixedPki.recipients().get(recipient)).certificate();
  }

  ContentKey key() {
    return segment.key();
  }

  byte[] envelope() {
    return envelope.clone();
  }

  private byte[] ciphertext() {
    byte[] ciphertext = new byte[segment.facts().bytes()];
    segment.ciphertext().get(ciphertext);
    return ciphertext;
  }

  private Vector beside(Vector vector, byte[] der, byte[] ciphertext) {
    return vector.with("recipient", recipient).with("envelope", der).with("ciphertext", ciphertext);
  }

  void accept() {
    suite.put(
        "ok-" + recipient,
        beside(Vector.ok("ciphertext beside").with("content", TEXT), envelope, ciphertext()));
    byte[] attached =
        new EnvelopeWriter(new FixedRandom("attached " + recipient))
            .attached(certificate(), FixedPackages.text(TEXT));
    suite.put(
        "ok-" + recipient + "-inside",
        Vector.ok("ciphertext inside")
            .with("content", TEXT)
            .with("recipient", recipient)
            .with("envelope", attached));
  }

  /** Adds {@code der}, to be refused. */
  void refuse(String name, PackageFault fault, byte[] der, String shows) {
    refuse(name, fault, der, ciphertext(), shows);
  }

  void refuse(String name, PackageFault fault, byte[] der, byte[] ciphertext, String shows) {
    suite.put(
        (recipient + "-" + name).toLowerCase(Locale.ROOT),
        beside(Vector.refused(fault.code(), shows), der, ciphertext));
  }

  /** Adds the good envelope, changed by {@code change}, to be refused. */
  void refuse(String name, PackageFault fault, Consumer<Tlv> change, String shows) {
    Tlv der = Tlv.parse(envelope);
    change.accept(der);
    refuse(name, fault, der.encoded(), shows);
  }

  /** The same where the form is at fault. */
  void malformed(String name, Consumer<Tlv> change, String shows) {
    refuse(name, PackageFault.ENVELOPE_MALFORMED, change, shows);
  }

  void undecryptable(String name, Consumer<Tlv> change, String shows) {
    refuse(name, PackageFault.ENVELOPE_UNDECRYPTABLE, change, shows);
  }
}
