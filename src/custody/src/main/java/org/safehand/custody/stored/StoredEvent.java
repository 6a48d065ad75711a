package org.safehand.custody.stored;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.event.NodeSignature;

/**
 * A stored event as its row says, unchecked.
 *
 * @param leaf empty if the stored bytes are not a leaf
 * @param signature what is stored as the signature of the node that recorded it
 * @param opening what came of opening the body
 */
public record StoredEvent(
    UUID eventId,
    UUID caseId,
    long sequence,
    String type,
    Optional<BlindLeaf> leaf,
    Digest leafHash,
    NodeSignature signature,
    Opening opening) {
  public StoredEvent {
    requireNonNull(eventId, "eventId is null");
    requireNonNull(caseId, "caseId is null");
    requireNonNull(type, "type is null");
    requireNonNull(leaf, "leaf is null");
    requireNonNull(leafHash, "leafHash is null");
    requireNonNull(signature, "signature is null");
    requireNonNull(opening, "opening is null");
    if (sequence < 0) {
      throw new IllegalArgumentException("sequence is " + sequence);
    }
  }

  /** Which event, in words. */
  public String place() {
    return "case " + caseId + " event " + sequence;
  }
}
