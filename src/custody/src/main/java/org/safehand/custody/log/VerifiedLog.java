package org.safehand.custody.log;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.safehand.custody.anchor.VerifiedAnchor;
import org.safehand.custody.note.Checkpoint;

/**
 * A log of which every byte was checked.
 *
 * @param checkpoint what was signed
 * @param signers names of the keys that signed it
 * @param anchors the time-stamped checkpoints in it, the smallest first; may be none
 * @param files number of files, the checkpoint among them
 */
public record VerifiedLog(
    Checkpoint checkpoint, List<String> signers, List<VerifiedAnchor> anchors, long files) {
  public VerifiedLog {
    requireNonNull(checkpoint, "checkpoint is null");
    signers = List.copyOf(signers);
    anchors = List.copyOf(anchors);
  }
}
