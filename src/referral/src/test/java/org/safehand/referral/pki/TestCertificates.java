package org.safehand.referral.pki;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.packaging.recipient.RecipientException;
import org.safehand.packaging.sample.TestAuthority;

/** Certificates to encrypt to, valid when a test wants them to be. */
public final class TestCertificates {
  private TestCertificates() {}

  /**
   * A certificate of the agencies' authority over a fresh key that is valid from and until these
   * seconds.
   */
  public static RecipientCertificate valid(Instant from, Instant until) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp384r1"));
      KeyPair keys = generator.generateKeyPair();
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              TestWorld.AGENCY_CA.certificate(),
              BigInteger.TEN,
              Date.from(from),
              Date.from(until),
              new X500Principal("CN=Recipient"),
              keys.getPublic());
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyAgreement));
      builder.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
      return RecipientCertificate.of(
          new JcaX509CertificateConverter()
              .getCertificate(
                  builder.build(
                      new JcaContentSignerBuilder("SHA384withECDSA")
                          .setProvider(TestAuthority.BC)
                          .build(TestWorld.AGENCY_CA.keys().getPrivate()))));
    } catch (GeneralSecurityException
        | CertIOException
        | OperatorCreationException
        | RecipientException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The certificate of {@code holder}. */
  public static RecipientCertificate of(TestAuthority holder) {
    try {
      return RecipientCertificate.of(holder.certificate());
    } catch (RecipientException e) {
      throw new IllegalStateException(e);
    }
  }
}
