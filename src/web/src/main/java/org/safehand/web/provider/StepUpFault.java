package org.safehand.web.provider;

/** Why a person has not proven themselves again. */
public enum StepUpFault {
  /** The answer is not to a step-up that this session waits for: unknown, used, or too late. */
  STATE("step-up-state", 403),
  /** The answer names no issuer, or another one (RFC 9207). */
  ANSWER_ISSUER("step-up-issuer", 403),
  /** The identity provider, or the person there, refused. */
  REFUSED("step-up-refused", 403),
  /** No step-up of this id waits for the caller's ID token. */
  NOT_FOUND("step-up-not-found", 404),
  /** The identity provider does not answer as it must. */
  UNAVAILABLE("step-up-unavailable", 503),
  /** Not a signed token of at most 8 KiB. */
  MALFORMED("id-token-malformed", 403),
  /** Signed by another algorithm than RS256, or its header asks for more. */
  ALGORITHM("id-token-algorithm", 403),
  /** The header names no key, or none of the provider's. */
  KEY("id-token-key", 403),
  /** The signature is not the provider's. */
  SIGNATURE("id-token-signature", 403),
  /** A token of another kind. */
  TYPE("id-token-type", 403),
  /** Another issuer. */
  ISSUER("id-token-issuer", 403),
  /** For another client, or for others too. */
  AUDIENCE("id-token-audience", 403),
  /** Another authorized party. */
  PARTY("id-token-party", 403),
  /** Expired, or it never expires. */
  EXPIRED("id-token-expired", 403),
  /** Issued in the future, or before the person was asked. */
  ISSUED_AT("id-token-issued-at", 403),
  /** Not the answer to this step-up. */
  NONCE("id-token-nonce", 403),
  /** Another person. */
  SUBJECT("id-token-subject", 403),
  /** Without the second factor. */
  LEVEL("id-token-level", 403),
  /** The person proved themselves too long ago, before they were asked, or in the future. */
  AUTH_TIME("id-token-auth-time", 403);

  private final String wire;
  private final int status;

  StepUpFault(String wire, int status) {
    this.wire = wire;
    this.status = status;
  }

  /** As it stands in {@code code}. */
  public String wire() {
    return wire;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }
}
