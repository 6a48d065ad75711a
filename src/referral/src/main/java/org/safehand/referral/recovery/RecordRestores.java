package org.safehand.referral.recovery;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.restore.StoredRestore;
import org.safehand.custody.stored.StoredRow;
import org.safehand.custody.trust.LogTrust;
import org.safehand.referral.access.Actor;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.port.UnitOfWork;

/**
 * Records each restore that a key of the log signed in this node's system chain, once. A node does
 * it before it starts to work. Cases that lost events say so themselves, in front of their next
 * event.
 */
public final class RecordRestores {
  private final UnitOfWork unit;
  private final Restores restores;
  private final Journal journal;
  private final LogTrust log;

  /** Wires the use case. */
  public RecordRestores(UnitOfWork unit, Restores restores, Journal journal, LogTrust log) {
    this.unit = requireNonNull(unit, "unit is null");
    this.restores = requireNonNull(restores, "restores is null");
    this.journal = requireNonNull(journal, "journal is null");
    this.log = requireNonNull(log, "log is null");
  }

  /** What {@code node} recorded now, and what it did not believe. */
  public RestoresTold record(Actor node) {
    return unit.run(
        () -> {
          List<StoredRestore> recorded = new ArrayList<>();
          List<String> unproven = new ArrayList<>();
          for (StoredRow<StoredRestore> row : restores.unrecorded()) {
            if (row instanceof StoredRow.Read<StoredRestore> read) {
              tell(node, read.value(), recorded, unproven);
            } else if (row instanceof StoredRow.Damaged<StoredRestore> damaged) {
              unproven.add(damaged.place() + ": " + damaged.reason());
            }
          }
          return new RestoresTold(recorded, unproven);
        });
  }

  private void tell(
      Actor node, StoredRestore restore, List<StoredRestore> recorded, List<String> unproven) {
    try {
      restore.verified(log);
    } catch (NoteException e) {
      unproven.add(restore.place() + ": " + e.getMessage());
      return;
    }
    restores.recorded(restore);
    EventHeader.Builder header = journal.event(EventType.RESTORED, node);
    restore.facts().forEach(header::fact);
    journal.recordOutsideCases(node, header);
    recorded.add(restore);
  }
}
