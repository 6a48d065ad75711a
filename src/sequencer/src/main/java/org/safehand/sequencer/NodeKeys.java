package org.safehand.sequencer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.safehand.custody.event.NodeVerifierKey;
import org.safehand.sequencer.fault.SequencerCode;
import org.safehand.sequencer.fault.SequencerException;

/** The nodes whose events are sequenced: a file with {@code nodeId base64-of-SPKI} a line. */
final class NodeKeys {
  private final Map<String, NodeVerifierKey> keys;

  private NodeKeys(Map<String, NodeVerifierKey> keys) {
    this.keys = Map.copyOf(keys);
  }

  /** The keys in {@code file}; a line that is not a key, or a node named twice, is refused. */
  static NodeKeys read(Path file) throws SequencerException {
    Map<String, NodeVerifierKey> keys = new HashMap<>();
    try {
      for (String line : Files.readAllLines(file, UTF_8)) {
        if (line.isBlank()) {
          continue;
        }
        NodeVerifierKey key =
            NodeVerifierKey.ofLine(line).orElseThrow(() -> fault(file, "not a node key: " + line));
        if (keys.put(key.nodeId(), key) != null) {
          throw fault(file, "two keys of node " + key.nodeId());
        }
      }
    } catch (IOException e) {
      throw fault(file, String.valueOf(e));
    }
    if (keys.isEmpty()) {
      throw fault(file, "no node key");
    }
    return new NodeKeys(keys);
  }

  private static SequencerException fault(Path file, String reason) {
    return new SequencerException(SequencerCode.SETTINGS, "node keys " + file + ": " + reason);
  }

  Optional<NodeVerifierKey> find(String nodeId) {
    return Optional.ofNullable(keys.get(nodeId));
  }
}
