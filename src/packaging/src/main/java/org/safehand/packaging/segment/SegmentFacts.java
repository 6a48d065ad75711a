package org.safehand.packaging.segment;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.digest.Digest;

/**
 * All that must be kept of one encrypted segment beside its ciphertext and its key.
 *
 * @param bytes length of the plaintext and, since the tag is kept apart, of the ciphertext; 0 to 16
 *     MiB
 * @param nonce the nonce it was encrypted with
 * @param tag the authentication tag
 * @param ciphertextSha256 SHA-256 of the ciphertext without tag
 * @param crc32 CRC-32 (ISO-HDLC, as in ZIP) of the ciphertext without tag, 0 to 2^32-1
 */
public record SegmentFacts(int bytes, Nonce nonce, Tag tag, Digest ciphertextSha256, long crc32) {
  /** The most plaintext that one segment holds: 16 MiB. */
  public static final int MAX_BYTES = 16 * 1024 * 1024;

  /** Checks the ranges above. */
  public SegmentFacts {
    if (bytes < 0 || bytes > MAX_BYTES) {
      throw new IllegalArgumentException("a segment has 0 to 16 MiB, not " + bytes + " bytes");
    }
    requireNonNull(nonce, "nonce is null");
    requireNonNull(tag, "tag is null");
    requireNonNull(ciphertextSha256, "ciphertextSha256 is null");
    if (crc32 < 0 || crc32 > 0xFFFF_FFFFL) {
      throw new IllegalArgumentException("a CRC-32 is unsigned and has 32 bits, not " + crc32);
    }
  }
}
