package org.safehand.sequencer.signature;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.event.NodeVerifierKey;

/** A leaf with the signature that is said to be a node's. */
public final class SignedLeaf {
  private final NodeVerifierKey key;
  private final BlindLeaf leaf;
  private final byte[] signature;

  public SignedLeaf(NodeVerifierKey key, BlindLeaf leaf, byte[] signature) {
    this.key = requireNonNull(key, "key is null");
    this.leaf = requireNonNull(leaf, "leaf is null");
    this.signature = signature.clone();
  }

  /** Whether the signature is that node's over that leaf. */
  public boolean holds() {
    return key.verifies(leaf, signature);
  }

  /** For each of {@code leaves}, in their order, whether it {@link #holds}; on all processors. */
  public static List<Boolean> hold(List<SignedLeaf> leaves) {
    return leaves.parallelStream().map(SignedLeaf::holds).toList();
  }
}
