package org.safehand.sequencer.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.NoteSignature;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.proof.ProofMaker;
import org.safehand.custody.witness.AddCheckpoint;
import org.safehand.sequencer.database.LogDatabase;
import org.safehand.sequencer.fault.SequencerCode;
import org.safehand.sequencer.fault.SequencerException;

/**
 * The newest checkpoint on its way to a quorum. Rounds that come while a witness thinks are not
 * submitted one by one: it is asked for the newest when it has answered. For one thread.
 */
final class Submissions {
  private final WitnessPolicy policy;
  private final WitnessClient client;
  private final Clock clock;
  private final PrintStream alarms;
  private final List<Submission> submissions;
  private final Map<WitnessAddress, NoteSignature> lines = new HashMap<>();
  private Optional<SignedNote> target = Optional.empty();

  Submissions(
      WitnessPolicy policy, WitnessClient client, Duration pause, Clock clock, PrintStream alarms) {
    this.policy = requireNonNull(policy, "policy is null");
    this.client = requireNonNull(client, "client is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.alarms = requireNonNull(alarms, "alarms is null");
    this.submissions = policy.asked().stream().map(w -> new Submission(w, pause)).toList();
  }

  /** A witness's reply to having been asked for the checkpoint {@code note}. */
  record Answered(Submission submission, SignedNote note, Reply reply) {}

  /**
   * Takes the newest checkpoint one step further: asks whoever may be asked, or keeps it as
   * witnessed if the quorum is there.
   *
   * @param sink is given each answer, on another thread
   */
  void pursue(LogDatabase database, Consumer<Answered> sink) throws SQLException, IOException {
    Optional<SignedNote> newest = newest(database);
    if (newest.isPresent() && !cosigned(database, size(newest.get()))) {
      pursue(newest.get(), database, sink);
    }
    database.rollback();
  }

  /** Whether it is kept with the lines that are asked; it may be of a time when fewer were. */
  private boolean cosigned(LogDatabase database, long size) throws SQLException, IOException {
    Optional<SignedNote> kept = note(database.witnessed(size));
    return kept.isPresent() && policy.isSatisfiedBy(kept.get());
  }

  private void pursue(SignedNote note, LogDatabase database, Consumer<Answered> sink)
      throws SQLException, IOException {
    if (!target.equals(Optional.of(note))) {
      target = Optional.of(note);
      lines.clear();
    }
    if (lines.size() >= policy.quorum()) {
      database.addWitnessed(size(note), policy.join(note, lines), clock.instant());
      database.commit();
      return;
    }
    for (Submission submission : submissions) {
      if (submission.isDue() && !lines.containsKey(submission.witness())) {
        ask(submission, note, database, sink);
      }
    }
  }

  private void ask(
      Submission submission, SignedNote note, LogDatabase database, Consumer<Answered> sink)
      throws IOException {
    long old = submission.size();
    AddCheckpoint request =
        new AddCheckpoint(
            old, new ProofMaker(database.tiles()).consistency(old, size(note)).path(), note);
    submission.ask(
        client
            .add(submission.witness(), request)
            .thenAccept(reply -> sink.accept(new Answered(submission, note, reply))));
  }

  /**
   * Takes an answer.
   *
   * @throws SequencerException if the witness has seen another log than ours
   */
  void take(Answered answered, LogDatabase database)
      throws SequencerException, SQLException, IOException {
    Submission submission = answered.submission();
    Reply reply = answered.reply();
    if (reply instanceof Reply.Cosigned cosigned) {
      submission.cosigned(size(answered.note()));
      if (target.equals(Optional.of(answered.note()))) {
        lines.put(submission.witness(), cosigned.line());
      }
    } else if (reply instanceof Reply.OtherSize other) {
      requireOurs(submission, other.size(), database);
      submission.otherSize(other.size());
    } else if (reply instanceof Reply.Inconsistent inconsistent) {
      throw conflict(
          submission,
          "finds size "
              + size(answered.note())
              + " inconsistent with what it has cosigned: "
              + inconsistent.reason());
    } else if (reply instanceof Reply.Unusable unusable) {
      submission.failed(unusable.reason(), alarms);
    } else {
      throw new IllegalStateException("no answer to a checkpoint: " + reply);
    }
  }

  /** What is submitted is committed before: a witness that has more has it from another history. */
  private static void requireOurs(Submission submission, long size, LogDatabase database)
      throws SequencerException, SQLException, IOException {
    Optional<SignedNote> newest = newest(database);
    database.rollback();
    long ours = newest.isPresent() ? size(newest.get()) : 0;
    if (size > ours) {
      throw conflict(submission, "has cosigned size " + size + ", the database holds " + ours);
    }
  }

  private static SequencerException conflict(Submission submission, String reason) {
    return new SequencerException(
        SequencerCode.WITNESS_CONFLICT, submission.witness() + " " + reason);
  }

  private static Optional<SignedNote> newest(LogDatabase database)
      throws SQLException, IOException {
    return note(database.newestCheckpoint());
  }

  private static Optional<SignedNote> note(Optional<String> text) throws IOException {
    try {
      return text.isPresent()
          ? Optional.of(SignedNote.parse(text.get().getBytes(UTF_8)))
          : Optional.empty();
    } catch (NoteException e) {
      throw new IOException("a stored checkpoint is no note", e);
    }
  }

  private static long size(SignedNote note) throws IOException {
    try {
      return Checkpoint.of(note).size();
    } catch (NoteException e) {
      throw new IOException("a stored note is no checkpoint", e);
    }
  }
}
