package org.safehand.sequencer.fault;

import static java.util.Objects.requireNonNull;

/** What makes the sequencer refuse to serve; a person must look, nothing heals itself. */
public final class SequencerException extends Exception {
  private static final long serialVersionUID = 1L;

  private final SequencerCode code;

  public SequencerException(SequencerCode code, String reason) {
    super(code.code() + ": " + requireNonNull(reason, "reason is null"));
    this.code = code;
  }

  public SequencerCode code() {
    return code;
  }
}
