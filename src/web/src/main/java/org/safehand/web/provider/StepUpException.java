package org.safehand.web.provider;

import static java.util.Objects.requireNonNull;

/** A person has not proven themselves again. */
public final class StepUpException extends Exception {
  private static final long serialVersionUID = 1L;

  private final StepUpFault fault;

  public StepUpException(StepUpFault fault) {
    super(requireNonNull(fault, "fault is null").wire());
    this.fault = fault;
  }

  public StepUpException(StepUpFault fault, Throwable cause) {
    super(requireNonNull(fault, "fault is null").wire(), cause);
    this.fault = fault;
  }

  public StepUpFault fault() {
    return fault;
  }
}
