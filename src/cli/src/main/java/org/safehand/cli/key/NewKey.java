package org.safehand.cli.key;

import static java.util.Objects.requireNonNull;

import java.security.PrivateKey;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * A key pair that was just made.
 *
 * @param privateKey in the form of PKCS#8
 * @param publicKey as a certificate will have it
 * @param signer the private key where it can sign
 */
record NewKey(
    PrivateKeyInfo privateKey, SubjectPublicKeyInfo publicKey, Optional<PrivateKey> signer) {
  NewKey {
    requireNonNull(privateKey, "privateKey is null");
    requireNonNull(publicKey, "publicKey is null");
    requireNonNull(signer, "signer is null");
  }

  /** Never shows the private key. */
  @Override
  public String toString() {
    return "NewKey[" + Fingerprint.of(publicKey) + "]";
  }
}
