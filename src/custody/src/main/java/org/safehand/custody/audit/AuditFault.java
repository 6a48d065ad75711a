package org.safehand.custody.audit;

/** What an audit of the stored log found. */
public enum AuditFault {
  /** A column of a row is absent, of the wrong length or outside what it may be. */
  ROW_DAMAGED("audit-row-damaged"),
  /** A stored leaf is not in its only spelling, or does not hash to the hash stored beside it. */
  LEAF("audit-leaf"),
  /** No listed node signed the leaf of an event. */
  NODE_SIGNATURE("audit-node-signature"),
  /** A body does not open, or its leaf does not commit to it. */
  BODY("audit-body"),
  /** A row says another case, place, id or type than the body that its leaf commits to. */
  ROW("audit-row"),
  /** The tag of a leaf is not the one of its case, period and place. */
  TAG("audit-tag"),
  /** A tag key of a case is missing, or is another than the extract before committed to. */
  TAG_KEY("audit-tag-key"),
  /** Events of a case are missing, or a place is taken twice. */
  CASE_GAP("audit-case-gap"),
  /** An event names another predecessor than the one that is there. */
  CASE_LINK("audit-case-link"),
  /** The head of a case's chain is not its last event. */
  CASE_HEAD("audit-case-head"),
  /** The custody key of a case is gone, and no event says that it was destroyed. */
  KEY_MISSING("audit-key-missing"),
  /** A restore is stored that no key of the log signed, or an event tells of one that is not. */
  RESTORE("audit-restore"),
  /** Leaves are said to have lost their events, and no signed restore on record says so. */
  LOST("audit-lost"),
  /** An anchor is missing, or is another than an event tells of. */
  ANCHOR("audit-anchor"),
  /** No event is stored for an entry of the log, or an event names an entry beyond its end. */
  INDEX("audit-index"),
  /** An entry of the log is another than the leaf of its event. */
  ENTRY("audit-entry"),
  /** Entries cannot be read, or are not entries. */
  ENTRIES_UNREADABLE("audit-entries-unreadable"),
  /** A tile is missing, or is another than the entries give. */
  TILE("audit-tile"),
  /** The head of the log is not the newest published checkpoint. */
  HEAD("audit-head"),
  /** A checkpoint is malformed, not signed as it must be, or over another root. */
  CHECKPOINT("audit-checkpoint");

  private final String code;

  AuditFault(String code) {
    this.code = code;
  }

  /** The stable code. */
  public String code() {
    return code;
  }
}
