package org.safehand.referral.registry;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.safehand.custody.digest.Digest;
import org.safehand.referral.access.Actor;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.port.UnitOfWork;

/**
 * Records the first registry in this node's system chain, once: an event for each agency and one
 * for the authorities. The command that put it in ran with no node's key.
 */
public final class RecordFirstRegistry {
  private final UnitOfWork unit;
  private final FirstRegistries first;
  private final Journal journal;
  private final RegistryEvents events;

  /** Wires the use case. */
  public RecordFirstRegistry(UnitOfWork unit, FirstRegistries first, Journal journal) {
    this.unit = requireNonNull(unit, "unit is null");
    this.first = requireNonNull(first, "first is null");
    this.journal = requireNonNull(journal, "journal is null");
    this.events = new RegistryEvents(journal);
  }

  /** The registry of which {@code node} recorded now that it is the first. */
  public Optional<Registry> record(Actor node) {
    return unit.run(
        () -> {
          Optional<Registry> unrecorded = first.unrecorded();
          unrecorded.ifPresent(registry -> record(node, registry));
          return unrecorded;
        });
  }

  private void record(Actor node, Registry registry) {
    first.recorded();
    Digest whole = RegistryDocument.digest(registry);
    for (RegisteredAgency entry : registry.agencies()) {
      journal.recordOutsideCases(
          node, events.first(node, entry.agency()).fact("importSha256", whole));
    }
    journal.recordOutsideCases(
        node, events.first(node, registry.authorities()).fact("importSha256", whole));
  }
}
