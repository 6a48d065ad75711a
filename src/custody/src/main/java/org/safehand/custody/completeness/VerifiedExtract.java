package org.safehand.custody.completeness;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.extract.Extract;
import org.safehand.custody.extract.ExtractIssued;
import org.safehand.custody.note.Checkpoint;

/**
 * An extract of which everything held. There is no such value otherwise.
 *
 * @param extract the events
 * @param sha256 of the file
 * @param checkpoint under which all events stand
 * @param signers names of the log's keys that signed it
 * @param witnesses names of the witnesses that cosigned it
 * @param issuing the header of the last event: who had the extract issued, when, what for
 * @param issued what that event says of the chain
 * @param lost events that are lost, with what vouches for them
 * @param coverage what a whole log says; absent if none was compared
 */
public record VerifiedExtract(
    Extract extract,
    Digest sha256,
    Checkpoint checkpoint,
    List<String> signers,
    List<String> witnesses,
    EventHeader issuing,
    ExtractIssued issued,
    List<LostRun> lost,
    Optional<LogCoverage> coverage) {
  public VerifiedExtract {
    requireNonNull(extract, "extract is null");
    requireNonNull(sha256, "sha256 is null");
    requireNonNull(checkpoint, "checkpoint is null");
    signers = List.copyOf(signers);
    witnesses = List.copyOf(witnesses);
    requireNonNull(issuing, "issuing is null");
    requireNonNull(issued, "issued is null");
    lost = List.copyOf(lost);
    requireNonNull(coverage, "coverage is null");
  }

  /** The same, compared with a whole log. */
  VerifiedExtract with(LogCoverage log) {
    return new VerifiedExtract(
        extract, sha256, checkpoint, signers, witnesses, issuing, issued, lost, Optional.of(log));
  }
}
