package org.safehand.agency.server;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority that lives for one test run. All its keys are on P-256. */
public final class TestAuthority {
  public static final char[] PASSWORD = "only in tests".toCharArray();
  private static final SecureRandom RANDOM = new SecureRandom();

  private final KeyPair keys = keyPair();
  private final X509Certificate certificate;

  /** An intermediate authority, as in real life: the root above it is trusted by nobody here. */
  public TestAuthority(String name) {
    X500Principal root = new X500Principal("CN=The root above");
    this.certificate = issue(new X500Principal(name), keys, root, keyPair(), true);
  }

  public X509Certificate certificate() {
    return certificate;
  }

  /** A key store with one new key, whose certificate is good for localhost. */
  public KeyStore issue(String alias, String subject) {
    try {
      KeyPair pair = keyPair();
      X509Certificate leaf =
          issue(
              new X500Principal(subject), pair, certificate.getSubjectX500Principal(), keys, false);
      KeyStore store = emptyStore();
      store.setKeyEntry(alias, pair.getPrivate(), PASSWORD, new Certificate[] {leaf, certificate});
      return store;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A key store that trusts this authority. */
  public KeyStore trusted() {
    try {
      KeyStore store = emptyStore();
      store.setCertificateEntry("authority", certificate);
      return store;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private X509Certificate issue(
      X500Principal subject,
      KeyPair pair,
      X500Principal issuer,
      KeyPair signer,
      boolean authority) {
    try {
      Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuer,
              new BigInteger(96, RANDOM).setBit(95),
              Date.from(now.minus(1, ChronoUnit.HOURS)),
              Date.from(now.plus(1, ChronoUnit.DAYS)),
              subject,
              pair.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
      builder.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(
              new GeneralName[] {
                new GeneralName(GeneralName.dNSName, "localhost"),
                new GeneralName(GeneralName.iPAddress, "127.0.0.1")
              }));
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(
                  new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate())));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair keyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyStore emptyStore() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      return store;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
