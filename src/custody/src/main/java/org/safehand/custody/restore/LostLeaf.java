package org.safehand.custody.restore;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.BlindLeaf;

/**
 * A leaf that is said to have lost its event.
 *
 * @param index its place in the log
 * @param tag the leaf's tag
 * @param leafHash the leaf's hash
 */
public record LostLeaf(long index, Digest tag, Digest leafHash) {
  public LostLeaf {
    requireNonNull(tag, "tag is null");
    requireNonNull(leafHash, "leafHash is null");
    if (index < 0) {
      throw new IllegalArgumentException("index is " + index);
    }
  }

  /** {@code leaf} at {@code index}. */
  public static LostLeaf of(long index, BlindLeaf leaf) {
    return new LostLeaf(index, leaf.tag(), leaf.leafHash());
  }
}
