package org.safehand.custody.timestamp;

import static java.util.Objects.requireNonNull;

/** A time-stamp token that is refused. */
public final class TimeStampException extends Exception {
  private static final long serialVersionUID = 1L;

  private final TimeStampFault fault;

  TimeStampException(TimeStampFault fault, String reason) {
    super(fault.code() + ": " + requireNonNull(reason, "reason is null"));
    this.fault = fault;
  }

  public TimeStampFault fault() {
    return fault;
  }
}
