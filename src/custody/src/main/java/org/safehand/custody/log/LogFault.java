package org.safehand.custody.log;

/** Why an exported log is refused. */
public enum LogFault {
  /** The checkpoint is not a signed note of three lines in its only spelling. */
  CHECKPOINT_MALFORMED("log-checkpoint-malformed"),
  /** The checkpoint has a signature line of a key that is not trusted. */
  CHECKPOINT_UNKNOWN_SIGNER("log-checkpoint-unknown-signer"),
  /** A signature on the checkpoint does not hold. */
  CHECKPOINT_SIGNATURE("log-checkpoint-signature"),
  /** No trusted key of the log signed the checkpoint. */
  CHECKPOINT_UNSIGNED("log-checkpoint-unsigned"),
  /** Fewer witnesses cosigned the checkpoint than the trust folder asks. */
  CHECKPOINT_QUORUM("log-checkpoint-quorum"),
  /** The checkpoint is of another log. */
  CHECKPOINT_ORIGIN("log-checkpoint-origin"),
  /** A file that the checkpoint's size asks for is not there. */
  FILE_MISSING("log-file-missing"),
  /** There is a file or folder that the checkpoint's size does not ask for. */
  FILE_UNEXPECTED("log-file-unexpected"),
  /** A tile has not 32 bytes for each of its hashes. */
  TILE_LENGTH("log-tile-length"),
  /** A tile holds another hash than the entries give. */
  TILE_HASH("log-tile-hash"),
  /** An entry bundle does not hold exactly its number of entries. */
  ENTRIES_MALFORMED("log-entries-malformed"),
  /** An entry is not a leaf in its only spelling. */
  LEAF_MALFORMED("log-leaf-malformed"),
  /** An entry does not hash to what the log committed to. */
  LEAF_HASH("log-leaf-hash"),
  /** Entries and tiles agree, but give another root than the checkpoint. */
  ROOT("log-root"),
  /** An anchored checkpoint is not one that the trusted log signed. */
  ANCHOR_CHECKPOINT("log-anchor-checkpoint"),
  /** An anchored checkpoint is of another size than its folder says, or of one beyond the log. */
  ANCHOR_SIZE("log-anchor-size"),
  /** An anchored checkpoint has another root than the log's first entries give. */
  ANCHOR_ROOT("log-anchor-root"),
  /** The token of an anchor is not of a trusted authority over exactly the anchored checkpoint. */
  ANCHOR_TOKEN("log-anchor-token"),
  /** One checkpoint is not the beginning of the other: the log was forked, cut or rewritten. */
  INCONSISTENT("log-inconsistent");

  private final String code;

  LogFault(String code) {
    this.code = code;
  }

  /** The stable code. */
  public String code() {
    return code;
  }
}
