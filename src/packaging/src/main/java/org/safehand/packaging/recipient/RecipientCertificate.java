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
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.digest.Digest;

/**
 * A certificate that packages can be encrypted to: RSA of 3072 bits or more, EC on P-256 or P-384,
 * or ML-KEM-768 or ML-KEM-1024 (RFC 9935), with a subject key identifier. Whether it is trusted or
 * revoked is the endpoint registry's question.
 */
public final class RecipientCertificate {
  private static final int MIN_RSA_BITS = 3072;
  private static final int KEY_ENCIPHERMENT = 2;
  private static final int KEY_AGREEMENT = 4;

  private final X509Certificate certificate;
  private final byte[] der;
  private final SubjectPublicKeyInfo publicKey;
  private final byte[] keyIdentifier;
  private final RecipientAlgorithm algorithm;

  private RecipientCertificate(X509Certificate certificate) throws RecipientException {
    this.certificate = certificate;
    try {
      JcaX509CertificateHolder holder = new JcaX509CertificateHolder(certificate);
      this.der = certificate.getEncoded();
      this.publicKey = holder.getSubjectPublicKeyInfo();
      this.algorithm = algorithm(certificate.getPublicKey(), publicKey);
      checkUsage(certificate.getKeyUsage());
      this.keyIdentifier = keyIdentifier(holder);
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

  /**
   * The public key as the certificate has it. The JDK's own encoding of a key that it does not know
   * adds a parameter to it.
   */
  public SubjectPublicKeyInfo publicKey() {
    return publicKey;
  }

  /** The subject key identifier, a copy. */
  public byte[] keyIdentifier() {
    return keyIdentifier.clone();
  }

  /** How keys are wrapped for it. */
  public RecipientAlgorithm algorithm() {
    return algorithm;
  }

  private static RecipientAlgorithm algorithm(PublicKey key, SubjectPublicKeyInfo info)
      throws RecipientException {
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
    return MlKem.algorithm(info)
        .orElseThrow(
            () ->
                new RecipientException(
                    RecipientFault.RECIPIENT_ALGORITHM_UNSUPPORTED,
                    "a key for "
                        + key.getAlgorithm()
                        + "; RSA, P-256, P-384, ML-KEM-768 and ML-KEM-1024 are supported"));
  }

  private void checkUsage(boolean @Nullable [] usage) throws RecipientException {
    if (usage == null) {
      return;
    }
    int needed =
        switch (algorithm) {
          case RSA_OAEP_SHA256, ML_KEM_768, ML_KEM_1024 -> KEY_ENCIPHERMENT;
          case ECDH_P256, ECDH_P384 -> KEY_AGREEMENT;
        };
    if (!usage[needed]) {
      throw new RecipientException(
          RecipientFault.RECIPIENT_KEY_USAGE,
          needed == KEY_ENCIPHERMENT ? "key encipherment needed" : "key agreement needed");
    }
    if (algorithm.quantumSafe() && count(usage) != 1) {
      throw new RecipientException(
          RecipientFault.RECIPIENT_KEY_USAGE,
          "an ML-KEM key is for key encipherment alone (RFC 9935, section 5)");
    }
  }

  private static int count(boolean[] usage) {
    int set = 0;
    for (boolean bit : usage) {
      set += bit ? 1 : 0;
    }
    return set;
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
