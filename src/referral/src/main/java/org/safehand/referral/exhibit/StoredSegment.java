package org.safehand.referral.exhibit;

import static java.util.Objects.requireNonNull;

import org.safehand.packaging.segment.SegmentFacts;
import org.safehand.referral.id.SegmentId;

/**
 * One encrypted segment that the vault holds.
 *
 * @param id its name in the vault
 * @param facts length, nonce, tag, digest and checksum of the ciphertext
 * @param key its own key, wrapped
 */
public record StoredSegment(SegmentId id, SegmentFacts facts, WrappedKey key) {
  /** Refuses nulls. */
  public StoredSegment {
    requireNonNull(id, "id is null");
    requireNonNull(facts, "facts is null");
    requireNonNull(key, "key is null");
  }
}
