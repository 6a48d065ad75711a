package org.safehand.custody.proof;

import static java.util.Objects.requireNonNull;

/** A proof of inclusion that is refused. */
public final class ProofException extends Exception {
  private static final long serialVersionUID = 1L;

  private final ProofFault fault;

  ProofException(ProofFault fault, String reason) {
    super(fault.code() + ": " + requireNonNull(reason, "reason is null"));
    this.fault = fault;
  }

  public ProofFault fault() {
    return fault;
  }
}
