package org.safehand.referral.approval;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import org.safehand.referral.access.Actor;
import org.safehand.referral.change.Change;
import org.safehand.referral.change.PersonChange;
import org.safehand.referral.change.RegistryChange;
import org.safehand.referral.enrolment.KeyChallenges;
import org.safehand.referral.person.Bindings;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.registry.Registries;

/** What is asked of a change besides who proposes it and who decides, by its kind. */
final class ChangeRules {
  private final PersonRules people;
  private final RegistryRules registry;

  ChangeRules(Bindings bindings, Registries registries, KeyChallenges challenges, Clock clock) {
    this.people = new PersonRules(requireNonNull(bindings, "bindings is null"), registries);
    this.registry = new RegistryRules(bindings, registries, challenges, clock);
  }

  /** {@code change}, if {@code actor} may propose it and it fits what is there now. */
  Outcome<Change> proposable(Actor actor, Change change) {
    return change instanceof PersonChange person
        ? people.proposable(actor, person).map(Change.class::cast)
        : registry.proposable((RegistryChange) change).map(Change.class::cast);
  }

  /** {@code change}, if {@code actor} may approve it and it fits still. */
  Outcome<Change> approvable(Actor actor, Change change) {
    return change instanceof PersonChange person
        ? people.approvable(actor, person).map(Change.class::cast)
        : registry.approvable((RegistryChange) change).map(Change.class::cast);
  }
}
