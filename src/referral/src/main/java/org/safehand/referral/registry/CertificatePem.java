package org.safehand.referral.registry;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import org.safehand.custody.encoding.PemText;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.packaging.recipient.RecipientException;

/** One X.509 certificate as text (RFC 7468, section 5). */
final class CertificatePem {
  private static final String LABEL = "CERTIFICATE";

  private CertificatePem() {}

  /** The one spelling of {@code certificate}. */
  static String of(X509Certificate certificate) {
    try {
      return PemText.encode(LABEL, certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException("a certificate that has no encoding", e);
    }
  }

  /**
   * The certificate that {@code pem} is.
   *
   * @throws IllegalArgumentException if it is none, more than one, or one with something behind it
   */
  static X509Certificate read(String pem) {
    List<byte[]> blocks =
        PemText.decodeAll(LABEL, pem)
            .filter(found -> found.size() == 1)
            .orElseThrow(() -> new IllegalArgumentException("not one certificate in PEM"));
    byte[] der = blocks.get(0);
    try {
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der));
      if (!Arrays.equals(certificate.getEncoded(), der)) {
        throw new IllegalArgumentException("something stands behind the certificate");
      }
      return certificate;
    } catch (CertificateException e) {
      throw new IllegalArgumentException("not an X.509 certificate", e);
    }
  }

  /**
   * The same, for a certificate that packages can be encrypted to.
   *
   * @throws IllegalArgumentException also if they cannot
   */
  static RecipientCertificate readRecipient(String pem) {
    try {
      return RecipientCertificate.of(read(pem));
    } catch (RecipientException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
