package org.safehand.referral.recovery;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.safehand.custody.event.EventType;
import org.safehand.referral.access.Actor;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.port.UnitOfWork;

/**
 * Records each restore in this node's system chain, once. A node does it before it starts to work.
 * Cases that lost events say so themselves, in front of their next event.
 */
public final class RecordRestores {
  private final UnitOfWork unit;
  private final Restores restores;
  private final Journal journal;

  /** Wires the use case. */
  public RecordRestores(UnitOfWork unit, Restores restores, Journal journal) {
    this.unit = requireNonNull(unit, "unit is null");
    this.restores = requireNonNull(restores, "restores is null");
    this.journal = requireNonNull(journal, "journal is null");
  }

  /** What {@code node} recorded now. */
  public List<Restore> record(Actor node) {
    return unit.run(
        () -> {
          List<Restore> found = restores.unrecorded();
          for (Restore restore : found) {
            restores.recorded(restore);
            journal.recordOutsideCases(
                node,
                journal
                    .event(EventType.RESTORED, node)
                    .fact("firstIndex", Long.toString(restore.firstIndex()))
                    .fact("lost", Long.toString(restore.lost()))
                    .fact("size", Long.toString(restore.size()))
                    .fact("root", restore.root()));
          }
          return found;
        });
  }
}
