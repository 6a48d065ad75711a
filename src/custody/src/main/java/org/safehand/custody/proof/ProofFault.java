package org.safehand.custody.proof;

/** Why a proof of inclusion is refused. */
public enum ProofFault {
  /** Not a tlog-proof in its only spelling. */
  MALFORMED("proof-malformed"),
  /** The checkpoint in the proof is not one that the trusted log signed. */
  CHECKPOINT("proof-checkpoint"),
  /** The leaf does not stand at the index in the tree of the checkpoint. */
  NOT_INCLUDED("proof-not-included");

  private final String code;

  ProofFault(String code) {
    this.code = code;
  }

  /** The stable code. */
  public String code() {
    return code;
  }
}
