package org.safehand.sequencer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.safehand.custody.trust.NodeKeys;
import org.safehand.sequencer.fault.SequencerCode;
import org.safehand.sequencer.fault.SequencerException;

/** The file that lists the nodes whose events are sequenced. */
final class NodeKeyFile {
  private NodeKeyFile() {}

  /** The keys in {@code file}; one that lists none, or something else beside them, is refused. */
  static NodeKeys read(Path file) throws SequencerException {
    try {
      return NodeKeys.parse(Files.readString(file, UTF_8));
    } catch (IOException e) {
      throw fault(file, String.valueOf(e));
    } catch (IllegalArgumentException e) {
      throw fault(file, String.valueOf(e.getMessage()));
    }
  }

  private static SequencerException fault(Path file, String reason) {
    return new SequencerException(SequencerCode.SETTINGS, "node keys " + file + ": " + reason);
  }
}
