package org.safehand.packaging.possession;

import static java.util.Objects.requireNonNull;

/** A challenge that is not answered. */
public final class PossessionException extends Exception {
  private static final long serialVersionUID = 1L;

  private final PossessionFault fault;
  private final String detail;

  PossessionException(PossessionFault fault, String detail) {
    super(fault.code() + ": " + requireNonNull(detail, "detail is null"));
    this.fault = fault;
    this.detail = detail;
  }

  /** Which fault it is. */
  public PossessionFault fault() {
    return fault;
  }

  /** A sentence that names what is wrong, without the code. */
  public String detail() {
    return detail;
  }
}
