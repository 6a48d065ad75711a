package org.safehand.referral.exhibit;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.safehand.custody.provenance.ExhibitFacts;
import org.safehand.packaging.segment.ExhibitDigest;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.id.ExhibitId;

/**
 * A stored exhibit.
 *
 * @param id opaque
 * @param number exhibit number in its case, from 1
 * @param originalName as declared; carried, never used as a path
 * @param mediaType as declared
 * @param digest length and digests of the plaintext
 * @param acquisition how it came here
 * @param segments its ciphertext in order
 */
public record Exhibit(
    ExhibitId id,
    int number,
    String originalName,
    MediaType mediaType,
    ExhibitDigest digest,
    Acquisition acquisition,
    List<StoredSegment> segments) {
  /** Exhibit numbers have four digits. */
  public static final int MAX_NUMBER = 9999;

  /** Copies the list; refuses segments that are not as long, together, as the plaintext. */
  public Exhibit {
    requireNonNull(id, "id is null");
    if (number < 1 || number > MAX_NUMBER) {
      throw new IllegalArgumentException("an exhibit number is 1 to 9999, not " + number);
    }
    requireNonNull(originalName, "originalName is null");
    requireNonNull(mediaType, "mediaType is null");
    requireNonNull(digest, "digest is null");
    requireNonNull(acquisition, "acquisition is null");
    segments = List.copyOf(segments);
    long stored = segments.stream().mapToLong(segment -> segment.facts().bytes()).sum();
    if (stored != digest.size()) {
      throw new IllegalArgumentException("the segments do not make up the exhibit");
    }
  }

  /** The exhibit number as written in manifests and paths, for example {@code 0001}. */
  public String label() {
    return "%04d".formatted(number);
  }

  /** Its measures as a custody event says them. */
  public ExhibitFacts facts() {
    return ExhibitFacts.original(
        label(), digest.size(), digest.sha256(), "sha512:" + digest.sha512().hex());
  }

  /** Where the key of segment {@code index} belongs. */
  public SegmentPlace place(CaseId caseId, int index) {
    return new SegmentPlace(caseId, id, index);
  }
}
