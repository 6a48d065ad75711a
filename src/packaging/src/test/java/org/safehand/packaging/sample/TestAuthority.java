package org.safehand.packaging.sample;

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
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.digest.Digest;

/** A certificate with its key, and what it issues. */
public final class TestAuthority {
  public static final BouncyCastleProvider BC = new BouncyCastleProvider();
  private static final SecureRandom RANDOM = new SecureRandom();

  private final KeyPair keys;
  private final X509Certificate certificate;

  private TestAuthority(KeyPair keys, X509Certificate certificate) {
    this.keys = keys;
    this.certificate = certificate;
  }

  /** A key with its certificate, made elsewhere. */
  public static TestAuthority of(KeyPair keys, X509Certificate certificate) {
    return new TestAuthority(keys, certificate);
  }

  public static TestAuthority root() {
    return issue(
        null, "Test Root", ec("secp384r1"), KeyUsage.keyCertSign | KeyUsage.cRLSign, true, null);
  }

  public TestAuthority intermediate(String name) {
    return issue(this, name, ec("secp384r1"), KeyUsage.keyCertSign | KeyUsage.cRLSign, true, null);
  }

  /** Signs documents. */
  public TestAuthority signer(String name) {
    return ecSigner(name, "secp384r1");
  }

  /** Signs documents, with an RSA key of so many bits. */
  public TestAuthority rsaSigner(String name, int bits) {
    return signer(name, rsa(bits));
  }

  /** Signs documents, with a key on {@code curve}. */
  public TestAuthority ecSigner(String name, String curve) {
    return signer(name, ec(curve));
  }

  /** Signs documents, with a key that was made elsewhere. */
  public TestAuthority signer(String name, KeyPair keys) {
    int usage = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
    return issue(this, name, keys, usage, false, null);
  }

  /** Signs time-stamps. */
  public TestAuthority timeStamper(String name) {
    KeyPurposeId purpose = KeyPurposeId.id_kp_timeStamping;
    return issue(this, name, ec("secp384r1"), KeyUsage.digitalSignature, false, purpose);
  }

  /** Receives by key agreement on {@code curve}. */
  public TestAuthority agreeing(String name, String curve) {
    return issue(this, name, ec(curve), KeyUsage.keyAgreement, false, null);
  }

  /** Receives by key transport. */
  public TestAuthority transported(String name) {
    return issue(this, name, rsa(3072), KeyUsage.keyEncipherment, false, null);
  }

  /** Receives by the KEM {@code parameterSet}. */
  public TestAuthority encapsulated(String name, String parameterSet) {
    return issue(this, name, kem(parameterSet), KeyUsage.keyEncipherment, false, null);
  }

  /** Receives with the key of {@code keys}, whatever it is, certified for {@code usage}. */
  public TestAuthority certified(String name, KeyPair keys, int usage) {
    return issue(this, name, keys, usage, false, null);
  }

  /** Another certificate of the same name and key. */
  public TestAuthority renewed(TestAuthority issuer) {
    String name = certificate.getSubjectX500Principal().getName();
    int usage = keys.getPublic().getAlgorithm().equals("EC") ? 8 : 32;
    return issue(issuer, name.substring(3, name.indexOf(',')), keys, usage, false, null);
  }

  private static TestAuthority issue(
      @Nullable TestAuthority issuer,
      String name,
      KeyPair keys,
      int usage,
      boolean ca,
      @Nullable KeyPurposeId purpose) {
    try {
      Instant now = Instant.now();
      X500Name subject = new X500Name("CN=" + name + ",O=Example");
      KeyPair signing = issuer == null ? keys : issuer.keys;
      JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuer == null ? subject : issuer.subject(),
              new BigInteger(120, RANDOM).setBit(119),
              Date.from(now.minus(Duration.ofDays(2))),
              Date.from(now.plus(Duration.ofDays(2))),
              subject,
              keys.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(ca));
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
      return new TestAuthority(
          keys, new JcaX509CertificateConverter().getCertificate(builder.build(signer(signing))));
    } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private X500Name subject() {
    return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
  }

  private static KeyPair ec(String curve) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(curve), RANDOM);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair rsa(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits, RANDOM);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair kem(String parameterSet) {
    try {
      return KeyPairGenerator.getInstance(parameterSet, BC).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ContentSigner signer(KeyPair keys) throws OperatorCreationException {
    return new JcaContentSignerBuilder("SHA384withECDSA").setProvider(BC).build(keys.getPrivate());
  }

  /** The same name and key, certified by {@code issuer} for another time; by itself if null. */
  public TestAuthority reissued(
      @Nullable TestAuthority issuer, Instant notBefore, Instant notAfter) {
    try {
      KeyPair signing = issuer == null ? keys : issuer.keys;
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuer == null ? subject() : issuer.subject(),
              new BigInteger(120, RANDOM).setBit(119),
              Date.from(notBefore),
              Date.from(notAfter),
              subject(),
              keys.getPublic());
      Extensions extensions = new JcaX509CertificateHolder(certificate).getExtensions();
      for (ASN1ObjectIdentifier oid : extensions.getExtensionOIDs()) {
        builder.addExtension(extensions.getExtension(oid));
      }
      return new TestAuthority(
          keys, new JcaX509CertificateConverter().getCertificate(builder.build(signer(signing))));
    } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A list on which {@code revoked} are revoked since an hour. */
  public X509CRL revocations(TestAuthority... revoked) {
    return revocationsAt(Instant.now(), revoked);
  }

  /** The same list as it was at {@code now}. */
  public X509CRL revocationsAt(Instant now, TestAuthority... revoked) {
    try {
      JcaX509v2CRLBuilder builder =
          new JcaX509v2CRLBuilder(
              certificate.getSubjectX500Principal(), Date.from(now.minus(Duration.ofHours(1))));
      for (TestAuthority authority : revoked) {
        builder.addCRLEntry(
            authority.certificate.getSerialNumber(),
            Date.from(now.minus(Duration.ofHours(1))),
            CRLReason.keyCompromise);
      }
      builder.setNextUpdate(Date.from(now.plus(Duration.ofDays(1))));
      builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.ONE));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(keys.getPublic()));
      return new JcaX509CRLConverter().getCRL(builder.build(signer(keys)));
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
