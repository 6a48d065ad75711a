package org.safehand.referral.approval;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import org.safehand.referral.access.Actor;
import org.safehand.referral.change.Change;
import org.safehand.referral.change.PersonChange;
import org.safehand.referral.change.RegistryChange;
import org.safehand.referral.change.SetSettings;
import org.safehand.referral.enrolment.KeyChallenges;
import org.safehand.referral.person.Bindings;
import org.safehand.referral.refusal.FieldFault;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.registry.Registries;
import org.safehand.referral.settings.NumberedSettings;
import org.safehand.referral.settings.SettingsRegister;

/** What is asked of a change besides who proposes it and who decides, by its kind. */
final class ChangeRules {
  private final PersonRules people;
  private final RegistryRules registry;
  private final SettingsRegister settings;

  ChangeRules(
      Bindings bindings,
      Registries registries,
      SettingsRegister settings,
      KeyChallenges challenges,
      Clock clock) {
    this.people = new PersonRules(requireNonNull(bindings, "bindings is null"), registries);
    this.registry = new RegistryRules(bindings, registries, challenges, clock);
    this.settings = requireNonNull(settings, "settings is null");
  }

  /** {@code change}, if {@code actor} may propose it and it fits what is there now. */
  Outcome<Change> proposable(Actor actor, Change change) {
    if (change instanceof PersonChange person) {
      return people.proposable(actor, person).map(Change.class::cast);
    }
    return change instanceof SetSettings set
        ? registry.byPairs(set).then(this::different).map(Change.class::cast)
        : registry.proposable((RegistryChange) change).map(Change.class::cast);
  }

  /** {@code change}, if {@code actor} may approve it and it fits still. */
  Outcome<Change> approvable(Actor actor, Change change) {
    if (change instanceof PersonChange person) {
      return people.approvable(actor, person).map(Change.class::cast);
    }
    return change instanceof SetSettings set
        ? registry.byPairs(set).then(this::unchanged).map(Change.class::cast)
        : registry.approvable((RegistryChange) change).map(Change.class::cast);
  }

  /** {@code change}, if its settings are others than those that its proposer has read. */
  private Outcome<SetSettings> different(SetSettings change) {
    NumberedSettings now = settings.latest();
    if (now.revision() != change.read()) {
      return Outcome.refused(
          RefusalCode.REVISION_CONFLICT, "it was changed since revision " + change.read());
    }
    return now.settings().equals(change.settings())
        ? Outcome.refused(
            Refusal.of(
                List.of(
                    new FieldFault(
                        "/settings", RefusalCode.VALUE_INVALID, "says what is so already"))))
        : Outcome.done(change);
  }

  /** {@code change}, if nobody has changed the settings meanwhile; nobody does from here on. */
  private Outcome<SetSettings> unchanged(SetSettings change) {
    return settings.alone().revision() == change.read()
        ? Outcome.done(change)
        : Outcome.refused(
            RefusalCode.PROPOSAL_OVERTAKEN, "the settings are not as the proposer had read them");
  }
}
