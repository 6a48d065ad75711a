package org.safehand.referral.anchor;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventType;
import org.safehand.referral.access.Actor;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.port.UnitOfWork;

/**
 * Records in the system chain how far this node's audit file has grown. A line of it that is
 * changed or lost later no longer fits a digest that the log holds.
 */
public final class AnchorAuditFile {
  private final UnitOfWork unit;
  private final Journal journal;
  private final Actor node;

  /** Records in the name of {@code node}. */
  public AnchorAuditFile(UnitOfWork unit, Journal journal, Actor node) {
    this.unit = requireNonNull(unit, "unit is null");
    this.journal = requireNonNull(journal, "journal is null");
    this.node = requireNonNull(node, "node is null");
  }

  /** Records {@code mark}; gives the hash of the event's leaf. */
  public Digest anchor(FileMark mark) {
    return unit.run(
        () ->
            journal.recordOutsideCases(
                node,
                journal
                    .event(EventType.ANCHORED, node)
                    .fact("auditFile", mark.file())
                    .fact("bytes", Long.toString(mark.bytes()))
                    .fact("sha256", mark.sha256())));
  }
}
