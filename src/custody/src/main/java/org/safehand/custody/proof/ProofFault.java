package org.safehand.custody.proof;

/** Why a proof of inclusion is refused. */
public enum ProofFault {
  /** Not a tlog-proof, or not the proof of an event, in its only spelling. */
  MALFORMED("proof-malformed"),
  /** The checkpoint in the proof is not one that the trusted log signed. */
  CHECKPOINT("proof-checkpoint"),
  /** The leaf does not stand at the index in the tree of the checkpoint. */
  NOT_INCLUDED("proof-not-included"),
  /** The leaf does not commit to the header that is shown with it. */
  NOT_OPENED("proof-not-opened"),
  /** The event that is proven is not the one that was asked for. */
  OTHER_EVENT("proof-other-event");

  private final String code;

  ProofFault(String code) {
    this.code = code;
  }

  /** The stable code. */
  public String code() {
    return code;
  }
}
