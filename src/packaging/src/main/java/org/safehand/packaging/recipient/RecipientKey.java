package org.safehand.packaging.recipient;

import static java.util.Objects.requireNonNull;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.encoding.PemText;

/**
 * The private half of a recipient certificate: opens what was encrypted to it. Never printed, never
 * sent.
 */
public final class RecipientKey {
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
          KeyFactory.getInstance(family(certificate))
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

  /** Signs the certificate itself, as any bytes would do, and verifies with its public key. */
  private static boolean isPair(PrivateKey key, RecipientCertificate certificate) {
    String algorithm = family(certificate).equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
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

  private static String family(RecipientCertificate certificate) {
    return certificate.algorithm() == RecipientAlgorithm.RSA_OAEP_SHA256 ? "RSA" : "EC";
  }

  private static RecipientException unusable(String detail, @Nullable Throwable cause) {
    return new RecipientException(RecipientFault.RECIPIENT_KEY_UNUSABLE, detail, cause);
  }

  @Override
  public String toString() {
    return "RecipientKey[hidden]";
  }
}
