package org.safehand.packaging.possession;

/** Why a challenge is not answered; the codes are stable. */
public enum PossessionFault {
  /** The file is not one CMS message in PEM. */
  CHALLENGE_MALFORMED("challenge-malformed"),
  /** What is encrypted is not a challenge: nobody is told anything about it. */
  CHALLENGE_CONTENT_REFUSED("challenge-content-refused"),
  /** The challenge names another key than the one that it was encrypted to. */
  CHALLENGE_OTHER_KEY("challenge-other-key");

  private final String code;

  PossessionFault(String code) {
    this.code = code;
  }

  /** The stable code. */
  public String code() {
    return code;
  }
}
