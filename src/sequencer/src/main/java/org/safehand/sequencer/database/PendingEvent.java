package org.safehand.sequencer.database;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.safehand.custody.digest.Digest;

/** A row of custody_event that has no index yet, as far as the sequencer may see it. */
public final class PendingEvent {
  private final UUID eventId;
  private final UUID caseId;
  private final long caseSequence;
  private final byte[] leaf;
  private final Digest leafHash;
  private final String nodeId;
  private final byte[] nodeSignature;
  private final boolean follows;

  PendingEvent(
      UUID eventId,
      UUID caseId,
      long caseSequence,
      byte[] leaf,
      Digest leafHash,
      String nodeId,
      byte[] nodeSignature,
      boolean follows) {
    this.eventId = requireNonNull(eventId, "eventId is null");
    this.caseId = requireNonNull(caseId, "caseId is null");
    this.caseSequence = caseSequence;
    this.leaf = leaf.clone();
    this.leafHash = requireNonNull(leafHash, "leafHash is null");
    this.nodeId = requireNonNull(nodeId, "nodeId is null");
    this.nodeSignature = nodeSignature.clone();
    this.follows = follows;
  }

  public UUID eventId() {
    return eventId;
  }

  public UUID caseId() {
    return caseId;
  }

  public long caseSequence() {
    return caseSequence;
  }

  /** The leaf as it stands in the row, unchecked. */
  public byte[] leaf() {
    return leaf.clone();
  }

  public Digest leafHash() {
    return leafHash;
  }

  public String nodeId() {
    return nodeId;
  }

  public byte[] nodeSignature() {
    return nodeSignature.clone();
  }

  /** Whether it is the first of its case or its predecessor is sequenced. */
  public boolean follows() {
    return follows;
  }

  @Override
  public String toString() {
    return "event " + eventId;
  }
}
