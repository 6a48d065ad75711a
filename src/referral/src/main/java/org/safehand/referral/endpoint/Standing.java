package org.safehand.referral.endpoint;

/** How a recipient's certificate stands now. */
public enum Standing {
  /**
   * Valid under a registered authority, and its issuers say that nothing on its path is revoked.
   */
  GOOD,
  /** It or one of its issuers is revoked, or on hold. */
  REVOKED,
  /** It or one of its issuers is not valid yet or not any more. */
  EXPIRED,
  /** No valid path leads from it to a registered root. */
  UNTRUSTED,
  /** No list or response that holds now says anything about it; that may pass. */
  UNKNOWN
}
