package org.safehand.packaging.recipient;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** A certificate or key that this format does not encrypt to or open with. */
public final class RecipientException extends Exception {
  private static final long serialVersionUID = 1L;

  private final RecipientFault fault;

  /** The fault, with a sentence that names what is wrong. */
  public RecipientException(RecipientFault fault, String detail) {
    this(fault, detail, null);
  }

  /** The fault, with a sentence that names what is wrong, and what caused it. */
  public RecipientException(RecipientFault fault, String detail, @Nullable Throwable cause) {
    super(requireNonNull(fault, "fault is null").code() + ": " + detail, cause);
    this.fault = fault;
  }

  /** Which fault it is. */
  public RecipientFault fault() {
    return fault;
  }
}
