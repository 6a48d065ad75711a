package org.safehand.exchange.egress;

import static java.util.Objects.requireNonNull;

/** Nothing usable came back from outside, or nothing was sent. */
public final class EgressException extends Exception {
  private static final long serialVersionUID = 1L;

  private final EgressCode code;

  public EgressException(EgressCode code, String detail) {
    super(code.code() + ": " + detail);
    this.code = requireNonNull(code, "code is null");
  }

  public EgressException(EgressCode code, String detail, Throwable cause) {
    super(code.code() + ": " + detail, cause);
    this.code = requireNonNull(code, "code is null");
  }

  public EgressCode code() {
    return code;
  }
}
