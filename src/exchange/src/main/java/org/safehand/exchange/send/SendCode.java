package org.safehand.exchange.send;

/**
 * Why a dispatch was not receipted by this call. An agency's own codes are passed on as they are.
 */
public enum SendCode {
  /** The registry has no usable address for the endpoint; nothing was sent. */
  ENDPOINT_NOT_ALLOWED("endpoint-not-allowed"),
  /** The package is larger than the endpoint takes; nothing was sent. */
  ENDPOINT_LIMIT("endpoint-limit"),
  /** The stored package cannot be read as it was sealed; nothing was sent. */
  PACKAGE_UNREADABLE("package-unreadable"),
  /** No connection came about; nothing was sent. */
  AGENCY_UNREACHABLE("agency-unreachable"),
  /** The server is not who the registry says, or does not accept this gateway; nothing was sent. */
  AGENCY_IDENTITY("agency-identity"),
  /** The agency answered with an HTTP error instead of a signed fault. */
  AGENCY_STATUS("agency-status"),
  /** The agency refused the message itself, with a signed fault that names no delivery code. */
  AGENCY_REFUSED_MESSAGE("agency-refused-message"),
  /** The answer is not signed by the pinned signer, or is not about this dispatch. */
  ANSWER_UNTRUSTED("answer-untrusted"),
  /** The connection ended or timed out after sending began: the agency may have the package. */
  OUTCOME_UNKNOWN("outcome-unknown");

  private final String code;

  SendCode(String code) {
    this.code = code;
  }

  /** The code as it is stored, shown and logged. */
  public String code() {
    return code;
  }
}
