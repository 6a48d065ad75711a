package org.safehand.packaging.seal;

/** Why a seal could not be made. */
public enum SealFault {
  /** The seal key or its certificate cannot be read or does not sign. */
  SEAL_KEY_UNUSABLE("seal-key-unusable"),
  /** The PKCS#11 library or the token is not there, or the token does not sign any more. */
  SEAL_TOKEN_UNAVAILABLE("seal-token-unavailable"),
  /** The token refuses the PIN, or its file cannot be read. */
  SEAL_TOKEN_PIN("seal-token-pin"),
  /** The token holds no key with a certificate under the label. */
  SEAL_TOKEN_KEY_MISSING("seal-token-key-missing"),
  /** A certificate path or revocation list that the seal must embed is not at hand. */
  VALIDATION_MATERIAL_MISSING("validation-material-missing"),
  /** The time-stamp token is malformed or stands over something else. */
  TIME_STAMP_UNFIT("time-stamp-unfit");

  private final String code;

  SealFault(String code) {
    this.code = code;
  }

  /** The stable code. */
  public String code() {
    return code;
  }
}
