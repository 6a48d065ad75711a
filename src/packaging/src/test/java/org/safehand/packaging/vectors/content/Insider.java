package org.safehand.packaging.vectors.content;

import java.util.ArrayList;
import java.util.List;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.proof.EventProof;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.header.HeaderExhibit;
import org.safehand.packaging.header.HeaderRecipient;
import org.safehand.packaging.header.PackageHeader;
import org.safehand.packaging.header.PackageNames;
import org.safehand.packaging.header.Routing;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.packaging.release.Release;
import org.safehand.packaging.release.ReleaseRecord;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.sample.SampleHotline;
import org.safehand.packaging.sample.TestPki;
import org.safehand.packaging.seal.SealException;
import org.safehand.packaging.vectors.fixed.FixedHotline;
import org.safehand.packaging.vectors.fixed.FixedPackages;
import org.safehand.packaging.vectors.fixed.FixedPki;
import org.safehand.packaging.vectors.splice.Target;

/**
 * Someone with the seal key at hand, who changes the good package and seals it again. One use; the
 * secrets of each come from the name of the vector.
 */
final class Insider {
  static final PackageHeader HEADER = FixedPackages.TWO.header();
  static final String RECIPIENT = "p256";

  private final Target target;
  private final String name;
  private final SampleHotline hotline;
  private final Forgery forgery;
  private PackageHeader header = HEADER;
  private Digest recipient = certificate("p256").sha256();
  private Release release = SampleHotline.release(FixedHotline.SIGNED);

  Insider(Target target, String name) {
    this.target = target;
    this.name = name;
    this.hotline = FixedHotline.GOOD.open("insider " + name);
    this.forgery = Forgery.of(target.good());
  }

  static RecipientCertificate certificate(String recipient) {
    return TestPki.recipient(FixedPki.recipients().get(recipient)).certificate();
  }

  SampleHotline hotline() {
    return hotline;
  }

  Forgery forgery() {
    return forgery;
  }

  Insider set(String entry, byte[] content) {
    forgery.set(entry, content);
    return this;
  }

  /** With {@code content} as what {@code entry} holds, encrypted to {@code to}. */
  Insider encrypt(String entry, String to, byte[] content) {
    return set(entry, hotline.envelopes().attached(certificate(to), content));
  }

  /** The content of {@code entry} in the good package. */
  byte[] decrypted(String entry) {
    return FixedPackages.decrypted(target.good(), entry, RECIPIENT);
  }

  Insider header(PackageHeader other) {
    header = other;
    return set(PackageNames.HEADER, other.toBytes());
  }

  Insider releasedTo(String other) {
    recipient = certificate(other).sha256();
    return this;
  }

  /** With a release record for the header as it is now. */
  Insider released() {
    return released(hotline.authorise(header));
  }

  Insider released(EventProof authorisation) {
    return signed(
        new ReleaseRecord(
                header.packageId(),
                header.digest(),
                header.sealDigest(),
                recipient,
                release,
                authorisation)
            .toBytes());
  }

  /** With {@code record} as the release record, signed. */
  Insider signed(byte[] record) {
    try {
      return encrypt(PackageNames.RELEASE, RECIPIENT, hotline.seals().signRecord(record));
    } catch (SealException e) {
      throw new AssertionError(e);
    }
  }

  /** Sealed again, and refused by whom the good package is for. */
  void refused(PackageFault fault, String shows) {
    refused(RECIPIENT, fault, shows);
  }

  void refused(String by, PackageFault fault, String shows) {
    target.refuse(name, by, fault, forgery.sealedBy(hotline), shows);
  }

  static PackageHeader with(Routing routing) {
    return new PackageHeader(
        routing, HEADER.referral(), HEADER.sealDigest(), HEADER.recipient(), HEADER.exhibits());
  }

  static PackageHeader with(HeaderRecipient other) {
    return new PackageHeader(
        HEADER.routing(), HEADER.referral(), HEADER.sealDigest(), other, HEADER.exhibits());
  }

  static PackageHeader withReferral(String referral) {
    return new PackageHeader(
        HEADER.routing(), referral, HEADER.sealDigest(), HEADER.recipient(), HEADER.exhibits());
  }

  static PackageHeader withSealDigest(Digest digest) {
    return new PackageHeader(
        HEADER.routing(), HEADER.referral(), digest, HEADER.recipient(), HEADER.exhibits());
  }

  static PackageHeader with(List<HeaderExhibit> exhibits) {
    return new PackageHeader(
        HEADER.routing(),
        HEADER.referral(),
        HEADER.sealDigest(),
        HEADER.recipient(),
        new ArrayList<>(exhibits));
  }
}
