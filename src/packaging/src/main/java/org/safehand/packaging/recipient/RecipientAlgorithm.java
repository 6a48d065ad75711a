package org.safehand.packaging.recipient;

/** How a content key is wrapped for a recipient. */
public enum RecipientAlgorithm {
  /** RSA of 3072 bits or more, OAEP with SHA-256 (RFC 8017). */
  RSA_OAEP_SHA256("rsa-oaep-sha256"),
  /** ECDH over P-256, X9.63 KDF with SHA-256, AES-256 key wrap (RFC 5753). */
  ECDH_P256("ecdh-p256-x963-sha256-aes256wrap"),
  /** ECDH over P-384, X9.63 KDF with SHA-256, AES-256 key wrap (RFC 5753). */
  ECDH_P384("ecdh-p384-x963-sha256-aes256wrap");

  private final String wireName;

  RecipientAlgorithm(String wireName) {
    this.wireName = wireName;
  }

  /** The name that stands in {@code package.json}. */
  public String wireName() {
    return wireName;
  }
}
