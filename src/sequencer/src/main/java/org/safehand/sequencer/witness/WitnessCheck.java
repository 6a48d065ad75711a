package org.safehand.sequencer.witness;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.NoteFault;
import org.safehand.custody.note.NoteSignature;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.proof.ProofMaker;
import org.safehand.custody.tree.ConsistencyProof;
import org.safehand.custody.tree.TileSource;
import org.safehand.sequencer.checkpoint.LogSigners;
import org.safehand.sequencer.database.LogHead;
import org.safehand.sequencer.fault.SequencerCode;
import org.safehand.sequencer.fault.SequencerException;

/**
 * Before the sequencer serves: no witness shows a checkpoint of ours, signed by us and by it, that
 * the database does not continue. A witness that does not answer hinders nothing here; it will not
 * cosign a fork either.
 */
public final class WitnessCheck {
  private final WitnessPolicy policy;
  private final LogSigners signers;
  private final WitnessClient client;
  private final PrintStream alarms;

  /**
   * A check with the witnesses of {@code policy}.
   *
   * @param patience how long each is waited for; all are asked at once
   */
  public WitnessCheck(
      WitnessPolicy policy, LogSigners signers, Duration patience, PrintStream alarms) {
    this.policy = requireNonNull(policy, "policy is null");
    this.signers = requireNonNull(signers, "signers is null");
    this.client = new WitnessClient(patience);
    this.alarms = requireNonNull(alarms, "alarms is null");
  }

  /** Whether no witness is asked, here or later. */
  public boolean isIdle() {
    return policy.isIdle();
  }

  /**
   * Refuses if a witness has cosigned what the log in the database, {@code found}, does not
   * continue.
   */
  public void require(LogHead found, TileSource tiles) throws SequencerException, IOException {
    Map<WitnessAddress, CompletableFuture<Reply>> replies = new LinkedHashMap<>();
    policy.asked().forEach(w -> replies.put(w, client.last(w, signers.origin())));
    for (WitnessAddress witness : replies.keySet()) {
      Reply reply = requireNonNull(replies.get(witness), "asked").join();
      if (reply instanceof Reply.Last last) {
        require(witness, last.note(), found, tiles);
      } else if (reply instanceof Reply.Unusable unusable) {
        unheard(witness, unusable.reason());
      }
    }
  }

  private void require(WitnessAddress witness, SignedNote note, LogHead found, TileSource tiles)
      throws SequencerException, IOException {
    Checkpoint cosigned;
    try {
      cosigned = verify(witness, note);
    } catch (NoteException e) {
      unheard(witness, String.valueOf(e.getMessage()));
      return;
    }
    if (cosigned.size() > found.size()) {
      throw conflict(
          witness
              + " has cosigned size "
              + cosigned.size()
              + ", the database holds "
              + found.size()
              + "; if it was restored from a backup, give it back what it lost with"
              + " 'restore --from DIR', DIR being an export of the log");
    }
    ConsistencyProof proof = new ProofMaker(tiles).consistency(cosigned.size(), found.size());
    if (!proof.verify(cosigned.root(), found.root())) {
      throw conflict(
          witness
              + " has cosigned another log of size "
              + cosigned.size()
              + ", "
              + cosigned.root());
    }
  }

  /** Only what both the witness and we have signed says anything. */
  private Checkpoint verify(WitnessAddress witness, SignedNote note) throws NoteException {
    List<NoteSignature> cosignature =
        note.signatures().stream().filter(witness.key()::claims).toList();
    SignedNote known = signers.own(note).with(cosignature);
    Checkpoint checkpoint = signers.trust(List.of(witness.key())).verify(known);
    if (cosignature.isEmpty()) {
      throw new NoteException(NoteFault.QUORUM, "it has not cosigned what it shows");
    }
    return checkpoint;
  }

  private void unheard(WitnessAddress witness, String reason) {
    alarms.println("witness " + witness + " could not be asked at start, going on: " + reason);
  }

  private static SequencerException conflict(String reason) {
    return new SequencerException(SequencerCode.WITNESS_CONFLICT, reason);
  }
}
