package org.safehand.referral.query;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.event.RecordedEvent;

/** One event of a case and how far it has come in the log. */
public record CustodyEntry(RecordedEvent event, Standing standing) {
  /** How far an event has come; each step includes those before. */
  public enum Standing {
    /** In the database. */
    RECORDED,
    /** In the tree, and committed to by a signed checkpoint. */
    PUBLISHED,
    /** That checkpoint is cosigned by the configured quorum; with quorum 0, published. */
    WITNESSED
  }

  /** Refuses nulls. */
  public CustodyEntry {
    requireNonNull(event, "event is null");
    requireNonNull(standing, "standing is null");
  }
}
