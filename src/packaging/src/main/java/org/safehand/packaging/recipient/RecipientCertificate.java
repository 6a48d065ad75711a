package org.safehand.packaging.recipient;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.safehand.custody.digest.Digest;

/**
 * A certificate that packages can be encrypted to: RSA of 3072 bits or more, or EC on P-256 or
 * P-384, with a subject key identifier. Whether it is trusted or revoked is the endpoint registry's
 * question.
 */
public final class RecipientCertificate {
  private static final int MIN_RSA_BITS = 3072;
  private static final int KEY_ENCIPHERMENT = 2;
  private static final int KEY_AGREEMENT = 4;

  private final X509Certificate certificate;
  private final byte[] der;
  private final byte[] keyIdentifier;
  private final RecipientAlgorithm algorithm;

  private RecipientCertificate(X509Certificate certificate) throws RecipientException {
    this.certificate = certificate;
    this.algorithm = algorithm(certificate.getPublicKey());
    checkUsage(certificate.getKeyUsage());
    try {
      this.der = certificate.getEncoded();
      this.keyIdentifier = keyIdentifier(new JcaX509CertificateHolder(certificate));
    } catch (CertificateEncodingException e) {
      throw malformed(e);
    }
  }

  /**
   * Checks {@code certificate}.
   *
   * @throws RecipientException if this format cannot encrypt to it
   */
  public static RecipientCertificate of(X509Certificate certificate) throws RecipientException {
    return new RecipientCertificate(requireNonNull(certificate, "certificate is null"));
  }

  /**
   * Reads and checks one certificate in PEM.
   *
   * @throws RecipientException if it is none, or this format cannot encrypt to it
   */
  public static RecipientCertificate ofPem(String pem) throws RecipientException {
    return ofDer(pem.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * Reads and checks one certificate in DER.
   *
   * @throws RecipientException if it is none, or this format cannot encrypt to it
   */
  public static RecipientCertificate ofDer(byte[] der) throws RecipientException {
    try {
      return of(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der)));
    } catch (CertificateException e) {
      throw malformed(e);
    }
  }

  /** The certificate. */
  public X509Certificate certificate() {
    return certificate;
  }

  /** The certificate in DER, a copy. */
  public byte[] der() {
    return der.clone();
  }

  /** SHA-256 of the DER: the fingerprint that people compare. */
  public Digest sha256() {
    return Digest.of(der);
  }

  /** The subject key identifier, a copy. */
  public byte[] keyIdentifier() {
    return keyIdentifier.clone();
  }

  /** How keys are wrapped for it. */
  public RecipientAlgorithm algorithm() {
    return algorithm;
  }

  private static RecipientAlgorithm algorithm(PublicKey key) throws RecipientException {
    if (key instanceof RSAPublicKey rsa) {
      int bits = rsa.getModulus().bitLength();
      if (bits < MIN_RSA_BITS) {
        throw new RecipientException(
            RecipientFault.RECIPIENT_KEY_TOO_SHORT, "RSA of " + bits + " bits, 3072 needed");
      }
      return RecipientAlgorithm.RSA_OAEP_SHA256;
    }
    if (key instanceof ECPublicKey ec) {
      return EcCurves.algorithm(ec);
    }
    throw new RecipientException(
        RecipientFault.RECIPIENT_ALGORITHM_UNSUPPORTED,
        "a key for " + key.getAlgorithm() + "; RSA, P-256 and P-384 are supported");
  }

  private void checkUsage(boolean[] usage) throws RecipientException {
    int needed = algorithm == RecipientAlgorithm.RSA_OAEP_SHA256 ? KEY_ENCIPHERMENT : KEY_AGREEMENT;
    if (usage != null && !usage[needed]) {
      throw new RecipientException(
          RecipientFault.RECIPIENT_KEY_USAGE,
          needed == KEY_ENCIPHERMENT ? "key encipherment needed" : "key agreement needed");
    }
  }

  private static byte[] keyIdentifier(JcaX509CertificateHolder holder) throws RecipientException {
    SubjectKeyIdentifier identifier = SubjectKeyIdentifier.fromExtensions(holder.getExtensions());
    if (identifier == null) {
      throw new RecipientException(
          RecipientFault.RECIPIENT_KEY_IDENTIFIER_MISSING,
          "the certificate has no subject key identifier extension");
    }
    return identifier.getKeyIdentifier();
  }

  private static RecipientException malformed(Exception cause) {
    return new RecipientException(
        RecipientFault.RECIPIENT_CERTIFICATE_MALFORMED, "not an X.509 certificate", cause);
  }
}
