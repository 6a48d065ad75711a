package org.safehand.custody.trust;

/** Why a trust folder cannot be used; a verifier then decides nothing (exit code 3). */
public enum TrustFault {
  /** A file that the folder must have, or that trust.json names, is not there. */
  INCOMPLETE("trust-incomplete"),
  /** A file of the trust folder is not what it must be. */
  MALFORMED("trust-malformed");

  private final String code;

  TrustFault(String code) {
    this.code = code;
  }

  /** The stable code. */
  public String code() {
    return code;
  }
}
