package org.safehand.referral.stream;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.safehand.packaging.segment.ExhibitDigest;
import org.safehand.referral.exhibit.StoredSegment;
import org.safehand.referral.id.ExhibitId;

/** A stream that was stored to its end: its segments, and what its plaintext was. */
public record StoredStream(ExhibitId exhibit, List<StoredSegment> segments, ExhibitDigest digest) {
  /** Copies the list. */
  public StoredStream {
    requireNonNull(exhibit, "exhibit is null");
    segments = List.copyOf(segments);
    requireNonNull(digest, "digest is null");
  }
}
