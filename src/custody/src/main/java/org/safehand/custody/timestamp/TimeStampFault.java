package org.safehand.custody.timestamp;

/** Why a time-stamp token is refused. */
public enum TimeStampFault {
  /** Not one RFC 3161 token in DER, or bytes follow it. */
  MALFORMED("time-stamp-malformed"),
  /** The token is over other bytes. */
  IMPRINT("time-stamp-imprint"),
  /** The certificate of the signer is not pinned, or not under this policy. */
  AUTHORITY("time-stamp-authority"),
  /** The certificate is not for time-stamping alone, or no path leads from it to a trusted root. */
  CERTIFICATE("time-stamp-certificate"),
  /** The signature, or the attribute that names the signer's certificate, does not hold. */
  SIGNATURE("time-stamp-signature"),
  /** The authority was withdrawn, and nothing shows that the token existed before that. */
  WITHDRAWN("time-stamp-withdrawn"),
  /** The authority refused, or its answer is not one to the question. */
  ANSWER("time-stamp-answer");

  private final String code;

  TimeStampFault(String code) {
    this.code = code;
  }

  /** The stable code. */
  public String code() {
    return code;
  }
}
