package org.safehand.custody.trust;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.safehand.custody.event.NodeVerifierKey;

/**
 * The nodes whose events count, each by its one key. Its text is {@code nodeId base64-of-SPKI}, one
 * a line.
 *
 * <p>A node keeps its key for life: another key is another node. Whoever takes new events lists the
 * nodes of today; whoever audits lists all that there ever were.
 */
public final class NodeKeys {
  private final Map<String, NodeVerifierKey> keys;

  private NodeKeys(Map<String, NodeVerifierKey> keys) {
    this.keys = Map.copyOf(keys);
  }

  /**
   * The keys that {@code text} lists; blank lines are of no consequence.
   *
   * @throws IllegalArgumentException if a line is not a key, a node is named twice, or none is
   */
  public static NodeKeys parse(String text) {
    Map<String, NodeVerifierKey> keys = new HashMap<>();
    for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
      NodeVerifierKey key =
          NodeVerifierKey.ofLine(line)
              .orElseThrow(() -> new IllegalArgumentException("not a node key: " + line));
      if (keys.put(key.nodeId(), key) != null) {
        throw new IllegalArgumentException("two keys of node " + key.nodeId());
      }
    }
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("no node key");
    }
    return new NodeKeys(keys);
  }

  /** The key of {@code nodeId}, if that node is listed. */
  public Optional<NodeVerifierKey> find(String nodeId) {
    return Optional.ofNullable(keys.get(nodeId));
  }
}
