package org.safehand.custody.extract;

/** Why a custody extract is refused. */
public enum ExtractFault {
  /** Not an extract in its one encoding, or beyond its limits. */
  MALFORMED("extract-malformed"),
  /** An extract of a version that this verifier does not know. */
  VERSION("extract-version"),
  /** The checkpoint is not one that the trusted log signed and the quorum of witnesses cosigned. */
  CHECKPOINT("extract-checkpoint"),
  /** Two events claim the same place in the log. */
  INDEX("extract-index"),
  /** A leaf does not stand where the extract says in the tree of the checkpoint. */
  INCLUSION("extract-inclusion"),
  /** A leaf does not commit to a part that is opened for it. */
  PART("extract-part"),
  /** A leaf shows another second than the header of its event. */
  TIME("extract-time"),
  /** More or less of an event is open than the level says, or the level is above the issued one. */
  LEVEL("extract-level"),
  /** An event is of another case. */
  CASE("extract-case"),
  /** An event does not stand at its number in the case: one is missing, twice or out of order. */
  SEQUENCE("extract-sequence"),
  /** A link names another leaf than the one before. */
  PREVIOUS("extract-previous"),
  /** The periods of the tag keys do not begin where the events before say. */
  PERIOD("extract-period"),
  /** A leaf has another tag than the case's key and the number give. */
  TAG("extract-tag"),
  /** Events are lost for which no later restore vouches. */
  LOST("extract-lost"),
  /** The last event is not the issuing of an extract. */
  END("extract-end"),
  /** The last event counts another number of events. */
  COUNT("extract-count"),
  /** The last event names another head of the chain. */
  HEAD("extract-head"),
  /** A tag key is not the one that was committed to, or is revealed without being recorded. */
  NEXT_KEY("extract-next-key"),
  /** The log that is compared is smaller than the extract's checkpoint, so it decides nothing. */
  LOG_SMALLER("extract-log-smaller"),
  /** The log that is compared had another root at the extract's size: two views of one log. */
  LOG_ROOT("extract-log-root"),
  /** A number of the case stands twice in the log. */
  FORKED("extract-forked"),
  /** The case goes on in the log beside an extract. */
  CONTINUED("extract-continued");

  private final String code;

  ExtractFault(String code) {
    this.code = code;
  }

  /** The stable code. */
  public String code() {
    return code;
  }
}
