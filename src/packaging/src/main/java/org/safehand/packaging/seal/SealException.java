package org.safehand.packaging.seal;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** A seal could not be made; nothing was written. */
public final class SealException extends Exception {
  private static final long serialVersionUID = 1L;

  private final SealFault fault;

  /** The fault, with a sentence that names what is wrong. */
  public SealException(SealFault fault, String detail) {
    this(fault, detail, null);
  }

  /** The fault, with a sentence that names what is wrong, and what caused it. */
  public SealException(SealFault fault, String detail, @Nullable Throwable cause) {
    super(requireNonNull(fault, "fault is null").code() + ": " + detail, cause);
    this.fault = fault;
  }

  /** Which fault it is. */
  public SealFault fault() {
    return fault;
  }
}
