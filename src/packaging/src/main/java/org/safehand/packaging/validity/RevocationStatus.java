package org.safehand.packaging.validity;

/** What is known about the revocation of a certificate at a moment. */
public enum RevocationStatus {
  /** Its issuer says that it was not revoked. */
  GOOD,
  /** Its issuer says that it was revoked, or on hold. */
  REVOKED,
  /** Nothing that holds at the moment says anything about it. */
  UNKNOWN
}
