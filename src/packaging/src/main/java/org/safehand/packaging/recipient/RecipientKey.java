package org.safehand.packaging.recipient;

import static java.util.Objects.requireNonNull;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.encoding.PemText;

/**
 * The private half of a recipient certificate: opens what was encrypted to it. Never printed, never
 * sent.
 */
public final class RecipientKey {
  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

  private final PrivateKey key;
  private final RecipientCertificate certificate;

  private RecipientKey(PrivateKey key, RecipientCertificate certificate) {
    this.key = key;
    this.certificate = certificate;
  }

  /**
   * The key {@code key} of {@code certificate}.
   *
   * @throws RecipientException with {@code recipient-key-unusable} if they are no pair
   */
  public static RecipientKey of(PrivateKey key, RecipientCertificate certificate)
      throws RecipientException {
    requireNonNull(key, "key is null");
    requireNonNull(certificate, "certificate is null");
    if (!isPair(key, certificate)) {
      throw unusable("the private key is not that of the certificate", null);
    }
    return new RecipientKey(key, certificate);
  }

  /**
   * Reads one PKCS#8 key in PEM ({@code BEGIN PRIVATE KEY}).
   *
   * @throws RecipientException with {@code recipient-key-unusable} if it is anything else, or not
   *     that of {@code certificate}
   */
  public static RecipientKey ofPem(String pem, RecipientCertificate certificate)
      throws RecipientException {
    Optional<List<byte[]>> blocks = PemText.decodeAll("PRIVATE KEY", pem);
    if (blocks.isEmpty() || blocks.get().size() != 1) {
      throw unusable("not one unencrypted PKCS#8 private key in PEM", null);
    }
    try {
      PrivateKey key =
          factory(certificate.algorithm())
              .generatePrivate(new PKCS8EncodedKeySpec(blocks.get().get(0)));
      return of(key, certificate);
    } catch (GeneralSecurityException e) {
      throw unusable("not a private key of the certificate's algorithm", e);
    }
  }

  /** The private key. */
  public PrivateKey key() {
    return key;
  }

  /** The certificate. */
  public RecipientCertificate certificate() {
    return certificate;
  }

  private static boolean isPair(PrivateKey key, RecipientCertificate certificate) {
    return switch (certificate.algorithm()) {
      case RSA_OAEP_SHA256 -> signs(key, certificate, "SHA256withRSA");
      case ECDH_P256, ECDH_P384 -> signs(key, certificate, "SHA256withECDSA");
      case ML_KEM_768, ML_KEM_1024 -> MlKem.isPair(key, certificate);
    };
  }

  /** Signs the certificate itself, as any bytes would do, and verifies with its public key. */
  private static boolean signs(PrivateKey key, RecipientCertificate certificate, String algorithm) {
    try {
      Signature signer = Signature.getInstance(algorithm);
      signer.initSign(key);
      signer.update(certificate.der());
      Signature verifier = Signature.getInstance(algorithm);
      verifier.initVerify(certificate.certificate().getPublicKey());
      verifier.update(certificate.der());
      return verifier.verify(signer.sign());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** ML-KEM from Bouncy Castle, which reads all three forms of RFC 9935: the JDK knows it late. */
  private static KeyFactory factory(RecipientAlgorithm algorithm) throws GeneralSecurityException {
    return switch (algorithm) {
      case RSA_OAEP_SHA256 -> KeyFactory.getInstance("RSA");
      case ECDH_P256, ECDH_P384 -> KeyFactory.getInstance("EC");
      case ML_KEM_768, ML_KEM_1024 -> KeyFactory.getInstance("ML-KEM", PROVIDER);
    };
  }

  private static RecipientException unusable(String detail, @Nullable Throwable cause) {
    return new RecipientException(RecipientFault.RECIPIENT_KEY_UNUSABLE, detail, cause);
  }

  @Override
  public String toString() {
    return "RecipientKey[hidden]";
  }
}
