package org.safehand.referral.registry;

import static java.util.Objects.requireNonNull;

import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.Target;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;

/** Shows the registry to those who propose, decide and audit. */
public final class ReadRegistry {
  private static final Operation OPERATION = Operation.MANAGE_ENDPOINTS;

  private final Attempts attempts;
  private final CaseAccess access;
  private final Registries registries;
  private final Journal journal;

  /** Wires the use case. */
  public ReadRegistry(
      Attempts attempts, CaseAccess access, Registries registries, Journal journal) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.registries = requireNonNull(registries, "registries is null");
    this.journal = requireNonNull(journal, "journal is null");
  }

  /** The registry as it is now. */
  public Outcome<Registry> now(Actor actor) {
    return attempts.inOneUnit(
        actor,
        OPERATION,
        attempt ->
            access
                .admit(actor, OPERATION, Target.reading(), RefusalCode.REGISTRY_NOT_FOUND, actor)
                .map(
                    admitted -> {
                      journal.recordRead(actor, OPERATION.wire(), "registry");
                      return registries.now();
                    }));
  }
}
