package org.safehand.packaging.sealkey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safehand.packaging.seal.SealAlgorithm;
import org.safehand.packaging.seal.SealException;
import org.safehand.packaging.seal.SealFault;

/** A private key that was shown to be the one of its certificate, and how it signs. */
final class HeldKey {
  /** What a new key signs first. No seal is over it: that is over a set in DER. */
  private static final byte[] TRIAL = "Is this the key of the certificate?".getBytes(US_ASCII);

  private final PrivateKey key;
  private final @Nullable Provider provider;
  private final List<X509Certificate> path;
  private final SealAlgorithm algorithm;

  private HeldKey(
      PrivateKey key,
      @Nullable Provider provider,
      List<X509Certificate> path,
      SealAlgorithm algorithm) {
    this.key = requireNonNull(key, "key is null");
    this.provider = provider;
    this.path = List.copyOf(path);
    this.algorithm = requireNonNull(algorithm, "algorithm is null");
  }

  /**
   * The key under {@code chain}, which signs by {@code provider}, or by the platform's own if null.
   *
   * @throws SealException with {@code seal-key-unusable} if the certificate is of a kind that may
   *     not seal, or of another key
   */
  static HeldKey of(PrivateKey key, @Nullable Provider provider, Certificate @Nullable [] chain)
      throws SealException {
    List<X509Certificate> path = path(chain);
    if (path.isEmpty()) {
      throw unusable("the key has no certificate", null);
    }
    SealAlgorithm algorithm =
        SealAlgorithm.of(path.get(0).getPublicKey())
            .orElseThrow(
                () -> unusable("neither a P-384 key nor an RSA key of 3072 bits or more", null));
    HeldKey held = new HeldKey(key, provider, path, algorithm);
    held.requireOwnCertificate();
    return held;
  }

  List<X509Certificate> path() {
    return path;
  }

  byte[] sign(byte[] message) throws GeneralSecurityException {
    Signature signature = algorithm.signature(provider);
    signature.initSign(key);
    signature.update(message);
    return signature.sign();
  }

  private void requireOwnCertificate() throws SealException {
    try {
      byte[] trial = sign(TRIAL);
      Signature signature = algorithm.signature(null);
      signature.initVerify(path.get(0).getPublicKey());
      signature.update(TRIAL);
      if (signature.verify(trial)) {
        return;
      }
    } catch (GeneralSecurityException e) {
      throw unusable("the key does not sign as its certificate says", e);
    }
    throw unusable("the certificate is of another key", null);
  }

  private static List<X509Certificate> path(Certificate @Nullable [] chain) {
    List<X509Certificate> path = new ArrayList<>();
    if (chain != null) {
      for (Certificate certificate : chain) {
        if (certificate instanceof X509Certificate x509) {
          path.add(x509);
        }
      }
    }
    return path;
  }

  static SealException unusable(String detail, @Nullable Throwable cause) {
    return new SealException(SealFault.SEAL_KEY_UNUSABLE, detail, cause);
  }
}
