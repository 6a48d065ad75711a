package org.safehand.packaging.recipient;

import java.util.Arrays;
import java.util.Optional;

/** How a content key is wrapped for a recipient. */
public enum RecipientAlgorithm {
  /** RSA of 3072 bits or more, OAEP with SHA-256 (RFC 8017). */
  RSA_OAEP_SHA256("rsa-oaep-sha256", false),
  /** ECDH over P-256, X9.63 KDF with SHA-256, AES-256 key wrap (RFC 5753). */
  ECDH_P256("ecdh-p256-x963-sha256-aes256wrap", false),
  /** ECDH over P-384, X9.63 KDF with SHA-256, AES-256 key wrap (RFC 5753). */
  ECDH_P384("ecdh-p384-x963-sha256-aes256wrap", false),
  /** ML-KEM-768, HKDF with SHA-256, AES-256 key wrap (RFC 9629, RFC 9936). */
  ML_KEM_768("ml-kem-768-hkdf-sha256-aes256wrap", true),
  /** ML-KEM-1024, HKDF with SHA-256, AES-256 key wrap (RFC 9629, RFC 9936). */
  ML_KEM_1024("ml-kem-1024-hkdf-sha256-aes256wrap", true);

  private final String wireName;
  private final boolean quantumSafe;

  RecipientAlgorithm(String wireName, boolean quantumSafe) {
    this.wireName = wireName;
    this.quantumSafe = quantumSafe;
  }

  /** The name that stands in {@code package.json}. */
  public String wireName() {
    return wireName;
  }

  /**
   * Whether what is recorded today stays closed to a future quantum computer. It is about
   * confidentiality alone: seals and time-stamps are classical whoever receives.
   */
  public boolean quantumSafe() {
    return quantumSafe;
  }

  /** The algorithm of that name in {@code package.json}. */
  public static Optional<RecipientAlgorithm> find(String wireName) {
    return Arrays.stream(values())
        .filter(algorithm -> algorithm.wireName.equals(wireName))
        .findFirst();
  }
}
