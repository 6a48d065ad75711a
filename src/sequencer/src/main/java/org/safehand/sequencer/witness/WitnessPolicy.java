package org.safehand.sequencer.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safehand.custody.note.NoteSignature;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.note.VerifierKey;
import org.safehand.sequencer.fault.SequencerCode;
import org.safehand.sequencer.fault.SequencerException;

/** Which witnesses there are, and how many of them must cosign; with 0, none is asked. */
public final class WitnessPolicy {
  private final List<WitnessAddress> witnesses;
  private final int quorum;

  private WitnessPolicy(List<WitnessAddress> witnesses, int quorum) {
    this.witnesses = List.copyOf(witnesses);
    this.quorum = quorum;
  }

  /** Nobody is asked. */
  public static WitnessPolicy none() {
    return new WitnessPolicy(List.of(), 0);
  }

  /**
   * The policy of the settings.
   *
   * @param file {@code SAFEHAND_WITNESSES}: lines {@code VKEY URL}
   * @param quorum {@code SAFEHAND_QUORUM}: a number, at most that of the lines
   */
  public static WitnessPolicy read(Optional<Path> file, String quorum) throws SequencerException {
    List<WitnessAddress> witnesses = file.isPresent() ? witnesses(file.get()) : List.of();
    if (!quorum.matches("0|[1-9][0-9]?") || Integer.parseInt(quorum) > witnesses.size()) {
      throw new SequencerException(
          SequencerCode.SETTINGS,
          "SAFEHAND_QUORUM is not between 0 and the number of witnesses, " + witnesses.size());
    }
    return new WitnessPolicy(witnesses, Integer.parseInt(quorum));
  }

  private static List<WitnessAddress> witnesses(Path file) throws SequencerException {
    List<WitnessAddress> witnesses = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file, UTF_8)) {
        if (!line.isBlank()) {
          witnesses.add(
              WitnessAddress.ofLine(line)
                  .orElseThrow(() -> fault(file, "not a witness's key and URL: " + line)));
        }
      }
    } catch (IOException e) {
      throw fault(file, String.valueOf(e));
    }
    // two keys of one witness would count as two
    if (witnesses.stream().map(witness -> witness.key().name()).distinct().count()
        != witnesses.size()) {
      throw fault(file, "a witness is there twice");
    }
    return witnesses;
  }

  private static SequencerException fault(Path file, String reason) {
    return new SequencerException(
        SequencerCode.SETTINGS, "SAFEHAND_WITNESSES " + file + ": " + reason);
  }

  /** Whether no witness is asked, and every published checkpoint counts as witnessed. */
  public boolean isIdle() {
    return quorum == 0;
  }

  int quorum() {
    return quorum;
  }

  /** Those to ask. */
  List<WitnessAddress> asked() {
    return isIdle() ? List.of() : witnesses;
  }

  /** The keys of all, asked or not. */
  public List<VerifierKey> keys() {
    return witnesses.stream().map(WitnessAddress::key).toList();
  }

  /** Whether the lines of {@code note}, which all hold, are those of a quorum. */
  public boolean isSatisfiedBy(SignedNote note) {
    return keys().stream().filter(key -> note.signatures().stream().anyMatch(key::claims)).count()
        >= quorum;
  }

  /** {@code note} with {@code lines} after its own, in the order of the settings. */
  SignedNote join(SignedNote note, Map<WitnessAddress, NoteSignature> lines) {
    return note.with(witnesses.stream().filter(lines::containsKey).map(lines::get).toList());
  }
}
