package org.safehand.packaging.recipient;

/** Why nothing can be encrypted to, or opened with, a certificate or key. */
public enum RecipientFault {
  /** Not one X.509 certificate in PEM or DER, or one with a malformed key. */
  RECIPIENT_CERTIFICATE_MALFORMED("recipient-certificate-malformed"),
  /** A key that is neither RSA, nor on P-256 or P-384, nor ML-KEM-768 or ML-KEM-1024. */
  RECIPIENT_ALGORITHM_UNSUPPORTED("recipient-algorithm-unsupported"),
  /** An RSA key below 3072 bits. */
  RECIPIENT_KEY_TOO_SHORT("recipient-key-too-short"),
  /** No subject key identifier, by which the recipient's tools find their key. */
  RECIPIENT_KEY_IDENTIFIER_MISSING("recipient-key-identifier-missing"),
  /**
   * The key usage forbids key encipherment (RSA, ML-KEM) or key agreement (EC), or allows an ML-KEM
   * key anything else.
   */
  RECIPIENT_KEY_USAGE("recipient-key-usage"),
  /** Not one unencrypted PKCS#8 private key in PEM, or not the certificate's. */
  RECIPIENT_KEY_UNUSABLE("recipient-key-unusable");

  private final String code;

  RecipientFault(String code) {
    this.code = code;
  }

  /** The stable code. */
  public String code() {
    return code;
  }
}
