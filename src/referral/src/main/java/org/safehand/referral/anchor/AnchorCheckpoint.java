package org.safehand.referral.anchor;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safehand.custody.anchor.LogAnchor;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.NoteSignature;
import org.safehand.custody.note.SignedNote;
import org.safehand.referral.access.Actor;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.port.UnitOfWork;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.sealing.TimeStamps;
import org.safehand.referral.settings.CurrentSettings;

/**
 * Has the newest witnessed checkpoint time-stamped, once a period, and records that it was.
 *
 * <p>The time-stamp is fetched while no unit of work is open. Of several nodes that did so at once,
 * one keeps its token; the others find that the newest anchor is another than before, and drop
 * theirs. A checkpoint that is anchored already is not anchored again, nor is an empty log; but as
 * the event itself makes the log grow, an idle system still anchors once each period, 24 times a
 * day at the standard one. That is its sign of life.
 */
public final class AnchorCheckpoint {
  private final UnitOfWork unit;
  private final Anchors anchors;
  private final TimeStamps stamps;
  private final Journal journal;
  private final Duration period;
  private final CurrentSettings settings;

  /**
   * Wires the use case.
   *
   * @param period how long after an anchor the next is due at the latest; it is due earlier where
   *     the log would be stale before the one after it
   */
  public AnchorCheckpoint(
      UnitOfWork unit,
      Anchors anchors,
      TimeStamps stamps,
      Journal journal,
      Duration period,
      CurrentSettings settings) {
    this.unit = requireNonNull(unit, "unit is null");
    this.anchors = requireNonNull(anchors, "anchors is null");
    this.stamps = requireNonNull(stamps, "stamps is null");
    this.journal = requireNonNull(journal, "journal is null");
    this.period = requireNonNull(period, "period is null");
    this.settings = requireNonNull(settings, "settings is null");
  }

  private record Due(SignedNote note, Optional<Anchor> before) {}

  /** The new anchor; empty if none is due or another node was first. */
  public Outcome<Optional<LogAnchor>> anchor(Actor node) {
    Optional<Due> due = unit.run(this::due);
    return due.isEmpty()
        ? Outcome.done(Optional.empty())
        : stamps
            .over(LogAnchor.stamped(due.get().note()))
            .map(stamp -> unit.run(() -> keep(node, due.get(), stamp)));
  }

  private Optional<Due> due() {
    Optional<Anchor> before = anchors.newest();
    return anchors
        .checkpoint()
        .filter(note -> Anchor.checkpoint(note).size() > before.map(Anchor::size).orElse(0L))
        .filter(note -> before.map(this::isOver).orElse(true))
        .map(note -> new Due(note, before));
  }

  /** Whether the period after {@code last} is over. */
  private boolean isOver(Anchor last) {
    Duration half = settings.now().logStale().dividedBy(2);
    Duration due = half.compareTo(period) < 0 ? half : period;
    return !anchors.databaseTime().isBefore(last.at().plus(due));
  }

  private Optional<LogAnchor> keep(Actor node, Due due, TimeStamps.Stamp stamp) {
    if (!anchors.lock().map(Anchor::size).equals(due.before().map(Anchor::size))) {
      return Optional.empty();
    }
    LogAnchor anchor = new LogAnchor(due.note(), stamp.token());
    anchors.keep(anchor);
    journal.recordOutsideCases(node, anchored(node, anchor, stamp.time()));
    due.before()
        .filter(last -> !last.logKeys().equals(Anchor.logKeys(due.note())))
        .ifPresent(last -> journal.recordOutsideCases(node, keyChanged(node, last, due.note())));
    return Optional.of(anchor);
  }

  private EventHeader.Builder anchored(Actor node, LogAnchor anchor, Instant time) {
    Checkpoint checkpoint = Anchor.checkpoint(anchor.note());
    return journal
        .event(EventType.ANCHORED, node)
        .fact("size", Long.toString(checkpoint.size()))
        .fact("root", checkpoint.root())
        .fact("checkpointSha256", LogAnchor.stamped(anchor.note()))
        .fact("tokenSha256", Digest.of(anchor.token().bytes()))
        .fact("time", UtcText.millis(time))
        .fact(
            "signers",
            anchor.note().signatures().stream()
                .map(AnchorCheckpoint::signer)
                .collect(Collectors.joining(" ")));
  }

  private EventHeader.Builder keyChanged(Actor node, Anchor last, SignedNote note) {
    return journal
        .event(EventType.KEY_CHANGED, node)
        .fact("key", "log")
        .fact("oldKeyId", joined(last.logKeys()))
        .fact("newKeyId", joined(Anchor.logKeys(note)));
  }

  /** Name and id of the key, which hold no space (C2SP signed-note). */
  private static String signer(NoteSignature line) {
    return line.name() + "+" + Anchor.keyId(line);
  }

  private static String joined(Set<String> ids) {
    return String.join(" ", ids);
  }
}
