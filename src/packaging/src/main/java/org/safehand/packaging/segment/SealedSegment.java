package org.safehand.packaging.segment;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * One segment, encrypted: the ciphertext goes to the vault, the key is wrapped at once, the facts
 * stand in every manifest that ever names it.
 */
public final class SealedSegment {
  private final byte[] ciphertext;
  private final ContentKey key;
  private final SegmentFacts facts;

  /**
   * Takes over the beginning of {@code ciphertext}, up to 16 MiB, without a copy: only the cipher
   * makes these.
   */
  SealedSegment(byte[] ciphertext, ContentKey key, SegmentFacts facts) {
    this.ciphertext = requireNonNull(ciphertext, "ciphertext is null");
    this.key = requireNonNull(key, "key is null");
    this.facts = requireNonNull(facts, "facts is null");
  }

  /** The key; fresh for this segment. */
  public ContentKey key() {
    return key;
  }

  /** Nonce, tag, digest and length. */
  public SegmentFacts facts() {
    return facts;
  }

  /** The ciphertext without tag, {@code facts().bytes()} long, as a read-only view. */
  public ByteBuffer ciphertext() {
    return ByteBuffer.wrap(ciphertext, 0, facts.bytes()).asReadOnlyBuffer();
  }

  /** Writes the ciphertext without tag to {@code out}, which is not closed. */
  public void writeTo(OutputStream out) throws IOException {
    out.write(ciphertext, 0, facts.bytes());
  }
}
