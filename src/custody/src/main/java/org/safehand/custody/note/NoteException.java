package org.safehand.custody.note;

import static java.util.Objects.requireNonNull;

/** A signed note that is refused. */
public final class NoteException extends Exception {
  private static final long serialVersionUID = 1L;

  private final NoteFault fault;

  public NoteException(NoteFault fault, String message) {
    super(requireNonNull(message, "message is null"));
    this.fault = requireNonNull(fault, "fault is null");
  }

  public NoteFault fault() {
    return fault;
  }
}
