package org.safehand.packaging.vectors.fixed;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.vectors.form.FixedRandom;
import org.safehand.packaging.sample.TestAuthority;

/**
 * A certificate to be issued; the same bytes in every run.
 *
 * @param usage bits of the key usage
 * @param purpose the one extended key usage, or null for none
 */
record FixedIssue(
    String name,
    KeyPair keys,
    int usage,
    @Nullable KeyPurposeId purpose,
    Instant from,
    Instant until) {
  private static final int CERTIFIES = KeyUsage.keyCertSign | KeyUsage.cRLSign;

  /** For ten years from 2026 on. */
  FixedIssue(String name, KeyPair keys, int usage) {
    this(name, keys, usage, null, FixedPki.START, FixedPki.END);
  }

  /** One that issues others. */
  static FixedIssue authority(String name) {
    return authority(name, FixedKeys.ec(name, "secp384r1"));
  }

  /** One that issues others with {@code keys}. */
  static FixedIssue authority(String name, KeyPair keys) {
    return new FixedIssue(name, keys, CERTIFIES);
  }

  /** One that seals, with its key made out of its name. */
  static FixedIssue seal(String name) {
    return new FixedIssue(
        name, FixedKeys.ec(name, "secp384r1"), KeyUsage.digitalSignature | KeyUsage.nonRepudiation);
  }

  /** One that stamps. */
  static FixedIssue stamp(String name) {
    return new FixedIssue(name, FixedKeys.ec(name, "secp384r1"), KeyUsage.digitalSignature)
        .purpose(KeyPurposeId.id_kp_timeStamping);
  }

  FixedIssue purpose(KeyPurposeId other) {
    return new FixedIssue(name, keys, usage, other, from, until);
  }

  FixedIssue valid(Instant first, Instant last) {
    return new FixedIssue(name, keys, usage, purpose, first, last);
  }

  TestAuthority bySelf() {
    return by(null);
  }

  /** Issued by {@code issuer}, or by itself. */
  @SuppressWarnings("JavaUtilDate") // the builder's signature
  TestAuthority by(@Nullable TestAuthority issuer) {
    try {
      X500Name subject = new X500Name("CN=" + name + ",O=Example");
      KeyPair signing = issuer == null ? keys : issuer.keys();
      JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuer == null ? subject : subject(issuer),
              new BigInteger(63, new FixedRandom("serial " + name)),
              Date.from(from),
              Date.from(until),
              subject,
              keys.getPublic());
      builder.addExtension(
          Extension.basicConstraints, true, new BasicConstraints(usage == CERTIFIES));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
      builder.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          extensions.createSubjectKeyIdentifier(keys.getPublic()));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          extensions.createAuthorityKeyIdentifier(signing.getPublic()));
      if (purpose != null) {
        builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose));
      }
      return TestAuthority.of(
          keys,
          new JcaX509CertificateConverter()
              .getCertificate(builder.build(new FixedSigner(signing.getPrivate()))));
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The list of {@code issuer} from {@code first} to {@code last}. */
  static X509CRL list(TestAuthority issuer, Instant first, Instant last, TestAuthority... revoked) {
    return list(issuer, first, last, Map.of(), revoked);
  }

  /** The same with {@code critical} extensions, and without an end if {@code last} is null. */
  @SuppressWarnings("JavaUtilDate") // the builder's signature
  static X509CRL list(
      TestAuthority issuer,
      Instant first,
      @Nullable Instant last,
      Map<ASN1ObjectIdentifier, ASN1Encodable> critical,
      TestAuthority... revoked) {
    try {
      JcaX509v2CRLBuilder builder =
          new JcaX509v2CRLBuilder(issuer.certificate().getSubjectX500Principal(), Date.from(first));
      for (TestAuthority authority : revoked) {
        builder.addCRLEntry(
            authority.certificate().getSerialNumber(), Date.from(first), CRLReason.keyCompromise);
      }
      if (last != null) {
        builder.setNextUpdate(Date.from(last));
      }
      builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.ONE));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer.keys().getPublic()));
      for (Map.Entry<ASN1ObjectIdentifier, ASN1Encodable> extension : critical.entrySet()) {
        builder.addExtension(extension.getKey(), true, extension.getValue());
      }
      return new JcaX509CRLConverter().getCRL(builder.build(new FixedSigner(issuer)));
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private static X500Name subject(TestAuthority issuer) {
    return X500Name.getInstance(issuer.certificate().getSubjectX500Principal().getEncoded());
  }
}
