package org.safehand.exchange.egress;

/** Why nothing usable came back from outside. */
public enum EgressCode {
  /** The address is neither an endpoint's nor configured; nothing was sent. */
  EGRESS_NOT_ALLOWED("egress-not-allowed"),
  /** The process is set to use a proxy, which would see every address; nothing was sent. */
  EGRESS_PROXY_SET("egress-proxy-set"),
  /** The other side could not be reached or broke off. */
  EGRESS_UNREACHABLE("egress-unreachable"),
  /** No complete answer came in time. */
  EGRESS_TIMED_OUT("egress-timed-out"),
  /** The answer is not 200, which includes every redirect. */
  EGRESS_UNEXPECTED_STATUS("egress-unexpected-status"),
  /** The answer has another content type than the request asks for. */
  EGRESS_UNEXPECTED_TYPE("egress-unexpected-type"),
  /** The answer is longer than 256 KiB, or a revocation list than 10 MiB. */
  EGRESS_ANSWER_TOO_LARGE("egress-answer-too-large");

  private final String code;

  EgressCode(String code) {
    this.code = code;
  }

  /** The code as it is logged. */
  public String code() {
    return code;
  }
}
