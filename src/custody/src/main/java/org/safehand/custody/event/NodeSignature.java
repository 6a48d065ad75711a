package org.safehand.custody.event;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/**
 * What is stored as a node's signature over a leaf; it may be anything.
 *
 * @see NodeVerifierKey#verifies
 */
public final class NodeSignature {
  private final String nodeId;
  private final byte[] bytes;

  /**
   * @param nodeId whose it is said to be
   */
  public NodeSignature(String nodeId, byte[] bytes) {
    this.nodeId = requireNonNull(nodeId, "nodeId is null");
    this.bytes = bytes.clone();
  }

  /** The node that is said to have signed. */
  public String nodeId() {
    return nodeId;
  }

  /** Whether {@code key} is of that node and made this signature over {@code leaf}. */
  public boolean isOf(NodeVerifierKey key, BlindLeaf leaf) {
    return key.nodeId().equals(nodeId) && key.verifies(leaf, bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NodeSignature that
        && nodeId.equals(that.nodeId)
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "signature of " + nodeId;
  }
}
