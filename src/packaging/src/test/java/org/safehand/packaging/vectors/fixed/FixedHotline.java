package org.safehand.packaging.vectors.fixed;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventLink;
import org.safehand.custody.event.EventType;
import org.safehand.custody.timestamp.Imprint;
import org.safehand.custody.timestamp.TimeStampException;
import org.safehand.custody.timestamp.TimeStampToken;
import org.safehand.custody.vectors.form.FixedRandom;
import org.safehand.custody.vectors.timestamp.FixedToken;
import org.safehand.packaging.sample.SampleHotline;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestLog;
import org.safehand.packaging.sample.TestTsa;
import org.safehand.packaging.seal.SealSigner;
import org.safehand.packaging.seal.SealWriter;
import org.safehand.packaging.seal.ValidationMaterial;

/**
 * How a hotline of the suite seals: in everything like the good one, but for what is changed.
 *
 * @param sealer whose key it is
 * @param stamper whose time-stamps
 * @param policy under which they are given
 * @param signed when it says it signed
 * @param stamped when the time-stamp says it was
 * @param lists the revocation lists it encloses from
 */
public record FixedHotline(
    TestAuthority sealer,
    TestAuthority stamper,
    String policy,
    Instant signed,
    Instant stamped,
    List<X509CRL> lists) {
  public static final Instant SIGNED = Instant.parse("2026-11-24T08:04:48Z");
  public static final Instant STAMPED = Instant.parse("2026-11-24T08:04:49Z");

  /** When the lists of the suite were issued. */
  public static final Instant LISTED = Instant.parse("2026-11-24T00:00:00Z");

  /** When newer ones come. */
  public static final Instant NEXT = Instant.parse("2026-12-24T00:00:00Z");

  /** The good one. */
  public static final FixedHotline GOOD =
      new FixedHotline(
          FixedPki.SEAL,
          FixedPki.TSA,
          TestTsa.POLICY,
          SIGNED,
          STAMPED,
          List.of(
              list(FixedPki.ROOT),
              list(FixedPki.SEAL_CA),
              list(FixedPki.TSA_CA),
              list(FixedPki.AGENCY_CA)));

  /** Copies the list. */
  public FixedHotline {
    lists = List.copyOf(lists);
  }

  /** The list of {@code issuer} while this suite was made. */
  public static X509CRL list(TestAuthority issuer, TestAuthority... revoked) {
    return FixedIssue.list(issuer, LISTED, NEXT, revoked);
  }

  /** The list of {@code issuer} from {@code first} to {@code last}. */
  public static X509CRL list(TestAuthority issuer, Instant first, Instant last) {
    return FixedIssue.list(issuer, first, last);
  }

  /** A list of {@code issuer} that says, critically, that it holds changes alone. */
  public static X509CRL partial(TestAuthority issuer) {
    return FixedIssue.list(
        issuer, LISTED, NEXT, Map.of(Extension.deltaCRLIndicator, new ASN1Integer(1)));
  }

  /** A list of {@code issuer} that does not say when the next one comes. */
  public static X509CRL endless(TestAuthority issuer) {
    return FixedIssue.list(issuer, LISTED, null, Map.of());
  }

  public FixedHotline sealer(TestAuthority other) {
    return new FixedHotline(other, stamper, policy, signed, stamped, lists);
  }

  public FixedHotline stamper(TestAuthority other) {
    return new FixedHotline(sealer, other, policy, signed, stamped, lists);
  }

  public FixedHotline policy(String other) {
    return new FixedHotline(sealer, stamper, other, signed, stamped, lists);
  }

  public FixedHotline signed(Instant other) {
    return new FixedHotline(sealer, stamper, policy, other, stamped, lists);
  }

  public FixedHotline stamped(Instant other) {
    return new FixedHotline(sealer, stamper, policy, signed, other, lists);
  }

  /** With {@code list} in the place of that of the same issuer. */
  public FixedHotline listing(X509CRL list) {
    List<X509CRL> other = new ArrayList<>(lists);
    other.removeIf(one -> one.getIssuerX500Principal().equals(list.getIssuerX500Principal()));
    other.add(list);
    return new FixedHotline(sealer, stamper, policy, signed, stamped, other);
  }

  /** The log that is trusted. */
  public static TestLog log() {
    return log("log");
  }

  /** The log whose secrets come from {@code name}. */
  public static TestLog log(String name) {
    FixedRandom random = new FixedRandom(name);
    return new TestLog(
        EventLink.first(UUID.fromString(SampleHotline.REFERRAL)),
        TestLog.header(
            UUID.fromString("01931b3e-7b2e-7000-8000-000000000002"), EventType.INTAKE, LISTED),
        random);
  }

  /** The hotline, whose keys and ids come from {@code name}. */
  public SampleHotline open(String name) {
    return open(name, log());
  }

  /** The same, which records in {@code log}. */
  public SampleHotline open(String name, TestLog log) {
    return new SampleHotline(
        log,
        new SealWriter(signer(), this::material, Clock.fixed(signed, ZoneOffset.UTC)),
        this::stamp,
        new FixedRandom(name),
        Clock.fixed(signed, ZoneOffset.UTC));
  }

  private ValidationMaterial material() {
    return new ValidationMaterial(
        List.of(
            FixedPki.SEAL_CA.certificate(),
            FixedPki.TSA_CA.certificate(),
            FixedPki.AGENCY_CA.certificate(),
            FixedPki.ROOT.certificate()),
        lists,
        ValidationMaterial.Responders.NONE);
  }

  private SealSigner signer() {
    return new SealSigner() {
      @Override
      public List<X509Certificate> path() {
        return List.of(sealer.certificate());
      }

      @Override
      public byte[] sign(byte[] message) {
        return FixedSigner.sign(sealer.keys().getPrivate(), message);
      }
    };
  }

  /** A token over {@code digest}. */
  public TimeStampToken stamp(Digest digest) {
    return stamp(Imprint.of(digest));
  }

  /** A token over {@code imprint}. */
  public TimeStampToken stamp(Imprint imprint) {
    try {
      return TimeStampToken.parse(
          FixedToken.over(
              imprint,
              stamped,
              policy,
              new FixedSigner(stamper),
              new JcaX509CertificateHolder(stamper.certificate())));
    } catch (TimeStampException | CertificateEncodingException e) {
      throw new AssertionError(e);
    }
  }
}
