package org.safehand.sequencer.fault;

/** Why the sequencer stops, or why an event stays pending. */
public enum SequencerCode {
  /** A setting is missing or a file that it names cannot be used. */
  SETTINGS("sequencer-settings"),
  /** The head file is not of this log and key, or is missing although the log has entries. */
  HEAD_FILE("sequencer-head-file"),
  /** The database holds a smaller log than the head file: it was rolled back. */
  DATABASE_SMALLER("sequencer-database-smaller"),
  /** The database holds another log than the head file, or disagrees with itself. */
  DATABASE_DIFFERENT("sequencer-database-different"),
  /** Another process moved the head of the log during a round; the round was undone. */
  HEAD_MOVED("sequencer-head-moved"),
  /** A witness has cosigned a log that ours does not continue: ours was rolled back or forked. */
  WITNESS_CONFLICT("sequencer-witness-conflict"),
  /** The exported log cannot restore this database. */
  RESTORE_REFUSED("sequencer-restore-refused"),
  /** The event names a node whose key is not in the list of node keys. */
  EVENT_UNKNOWN_NODE("event-unknown-node"),
  /** The node's signature over the leaf does not hold. */
  EVENT_BAD_SIGNATURE("event-bad-signature"),
  /** The leaf is not canonical, or its hash is not the one in the row. */
  EVENT_LEAF_MALFORMED("event-leaf-malformed"),
  /** The event before it in its case is not sequenced: it is missing or is itself held. */
  EVENT_CASE_GAP("event-case-gap");

  private final String code;

  SequencerCode(String code) {
    this.code = code;
  }

  /** The stable code. */
  public String code() {
    return code;
  }
}
