package org.safehand.referral.port;

import java.io.IOException;
import java.io.InputStream;
import org.safehand.packaging.segment.SealedSegment;
import org.safehand.referral.id.SegmentId;

/**
 * Where the ciphertext of exhibits is kept, segment by segment; it never sees plaintext or keys. It
 * takes part in no transaction: a segment is durable before any row names it, and one that no row
 * names is harmless and swept.
 */
public interface EvidenceVault {
  /**
   * Stores the ciphertext of {@code segment}, without tag, durably: after a crash it is there whole
   * or not at all. The segment is not used after this returns or throws: its memory is only lent.
   *
   * @throws IOException if it could not be stored; nothing is left then
   */
  void store(SegmentId id, SealedSegment segment) throws IOException;

  /**
   * The ciphertext without tag, exactly as stored. The caller closes the stream.
   *
   * @throws IOException if there is no such segment or it cannot be read
   */
  InputStream open(SegmentId id) throws IOException;

  /**
   * Removes a segment; one that is not there is no fault.
   *
   * @throws IOException if it is there and could not be removed
   */
  void discard(SegmentId id) throws IOException;
}
