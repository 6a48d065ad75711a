package org.safehand.referral.pki;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.safehand.custody.digest.Digest;

/** A certificate with its key, and what it issues. */
public final class TestAuthority {
  static final BouncyCastleProvider BC = new BouncyCastleProvider();
  private static final SecureRandom RANDOM = new SecureRandom();

  private final KeyPair keys;
  private final X509Certificate certificate;

  private TestAuthority(KeyPair keys, X509Certificate certificate) {
    this.keys = keys;
    this.certificate = certificate;
  }

  public static TestAuthority root() {
    return issue(
        Optional.empty(),
        "Test Root",
        new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign),
        true,
        Optional.empty());
  }

  public TestAuthority intermediate(String name) {
    return issue(
        Optional.of(this),
        name,
        new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign),
        true,
        Optional.empty());
  }

  /** Signs documents. */
  public TestAuthority signer(String name) {
    return issue(
        Optional.of(this),
        name,
        new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation),
        false,
        Optional.empty());
  }

  /** Signs time-stamps. */
  public TestAuthority timeStamper(String name) {
    return issue(
        Optional.of(this),
        name,
        new KeyUsage(KeyUsage.digitalSignature),
        false,
        Optional.of(KeyPurposeId.id_kp_timeStamping));
  }

  /** Receives by key agreement. */
  public TestAuthority recipient(String name) {
    return issue(
        Optional.of(this), name, new KeyUsage(KeyUsage.keyAgreement), false, Optional.empty());
  }

  private static TestAuthority issue(
      Optional<TestAuthority> issuer,
      String name,
      KeyUsage usage,
      boolean ca,
      Optional<KeyPurposeId> purpose) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp384r1"), RANDOM);
      KeyPair keys = generator.generateKeyPair();
      Instant now = Instant.now();
      X500Name subject = new X500Name("CN=" + name + ",O=Example");
      X500Name by =
          issuer
              .map(
                  it -> X500Name.getInstance(it.certificate.getSubjectX500Principal().getEncoded()))
              .orElse(subject);
      JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              by,
              new BigInteger(120, RANDOM).setBit(119),
              Date.from(now.minus(Duration.ofDays(2))),
              Date.from(now.plus(Duration.ofDays(2))),
              subject,
              keys.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(ca));
      builder.addExtension(Extension.keyUsage, true, usage);
      builder.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          extensions.createSubjectKeyIdentifier(keys.getPublic()));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          extensions.createAuthorityKeyIdentifier(
              issuer.map(it -> it.keys.getPublic()).orElse(keys.getPublic())));
      if (purpose.isPresent()) {
        builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose.get()));
      }
      X509Certificate certificate =
          new JcaX509CertificateConverter()
              .getCertificate(builder.build(contentSigner(issuer.map(it -> it.keys).orElse(keys))));
      return new TestAuthority(keys, certificate);
    } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ContentSigner contentSigner(KeyPair keys) throws OperatorCreationException {
    return new JcaContentSignerBuilder("SHA384withECDSA").setProvider(BC).build(keys.getPrivate());
  }

  /** A list on which nothing is revoked. */
  public X509CRL revocations() {
    try {
      Instant now = Instant.now();
      JcaX509v2CRLBuilder builder =
          new JcaX509v2CRLBuilder(
              certificate.getSubjectX500Principal(), Date.from(now.minus(Duration.ofHours(1))));
      builder.setNextUpdate(Date.from(now.plus(Duration.ofDays(1))));
      builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.ONE));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(keys.getPublic()));
      return new JcaX509CRLConverter().getCRL(builder.build(contentSigner(keys)));
    } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  public KeyPair keys() {
    return keys;
  }

  /** SHA-256 of the certificate. */
  public Digest fingerprint() {
    try {
      return Digest.of(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  public X509Certificate certificate() {
    return certificate;
  }
}
