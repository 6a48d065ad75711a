package org.safehand.packaging.pack;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.safehand.packaging.segment.ContentKey;
import org.safehand.packaging.segment.SegmentFacts;

/**
 * An exhibit whose ciphertext lies in the vault.
 *
 * @param number exhibit number
 * @param segments in order
 */
public record StoredExhibit(int number, List<StoredSegment> segments) {
  /** Copies the list. */
  public StoredExhibit {
    segments = List.copyOf(segments);
  }

  /**
   * One stored segment.
   *
   * @param reference where a {@link SegmentSource} finds its ciphertext; opaque here
   * @param facts what was kept of it at intake
   * @param key its key, unwrapped
   */
  public record StoredSegment(String reference, SegmentFacts facts, ContentKey key) {
    /** Checks that nothing is missing. */
    public StoredSegment {
      requireNonNull(reference, "reference is null");
      requireNonNull(facts, "facts is null");
      requireNonNull(key, "key is null");
    }
  }
}
