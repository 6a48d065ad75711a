package org.safehand.referral.person;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.safehand.referral.access.Actor;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.port.UnitOfWork;

/**
 * Records who the first people are in this node's system chain, once: an event for each. The
 * command that put them in ran with no node's key; the first node that starts tells of it.
 */
public final class RecordBootstrap {
  private final UnitOfWork unit;
  private final Bootstraps bootstraps;
  private final Journal journal;
  private final PersonEvents events;

  /** Wires the use case. */
  public RecordBootstrap(UnitOfWork unit, Bootstraps bootstraps, Journal journal) {
    this.unit = requireNonNull(unit, "unit is null");
    this.bootstraps = requireNonNull(bootstraps, "bootstraps is null");
    this.journal = requireNonNull(journal, "journal is null");
    this.events = new PersonEvents(journal);
  }

  /** The people of whom {@code node} recorded now that they are the first. */
  public Optional<Founders> record(Actor node) {
    return unit.run(
        () -> {
          Optional<Founders> founders = bootstraps.unrecorded();
          founders.ifPresent(these -> record(node, these));
          return founders;
        });
  }

  private void record(Actor node, Founders founders) {
    bootstraps.recorded();
    for (Binding person : founders.people()) {
      journal.recordOutsideCases(
          node, events.changed(node, person).fact("bootstrapSha256", founders.digest()));
    }
  }
}
