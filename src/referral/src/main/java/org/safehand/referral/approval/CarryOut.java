package org.safehand.referral.approval;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.event.EventHeader;
import org.safehand.referral.access.Actor;
import org.safehand.referral.change.AddAgencyKey;
import org.safehand.referral.change.BindPerson;
import org.safehand.referral.change.Change;
import org.safehand.referral.change.PersonChange;
import org.safehand.referral.change.RegistryChange;
import org.safehand.referral.change.SetAuthorities;
import org.safehand.referral.change.SetSettings;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.person.Binding;
import org.safehand.referral.person.Bindings;
import org.safehand.referral.person.PersonEvents;
import org.safehand.referral.registry.Registries;
import org.safehand.referral.registry.Registry;
import org.safehand.referral.registry.RegistryEvents;
import org.safehand.referral.settings.NumberedSettings;
import org.safehand.referral.settings.SettingsEvents;
import org.safehand.referral.settings.SettingsRegister;

/** Does what two people agreed on, within the unit of work in which the second one agreed. */
final class CarryOut {
  private final Bindings bindings;
  private final Registries registries;
  private final SettingsRegister settings;
  private final PersonEvents people;
  private final RegistryEvents endpoints;
  private final SettingsEvents configuration;

  CarryOut(Bindings bindings, Registries registries, SettingsRegister settings, Journal journal) {
    this.bindings = requireNonNull(bindings, "bindings is null");
    this.registries = requireNonNull(registries, "registries is null");
    this.settings = requireNonNull(settings, "settings is null");
    this.people = new PersonEvents(journal);
    this.endpoints = new RegistryEvents(journal);
    this.configuration = new SettingsEvents(journal);
  }

  /** Does {@code change}, which fits what is there; the header of the event that tells of it. */
  EventHeader.Builder carryOut(Actor actor, Change change) {
    if (change instanceof PersonChange person) {
      return person(actor, person);
    }
    return change instanceof SetSettings set
        ? settings(actor, set)
        : registry(actor, (RegistryChange) change);
  }

  private EventHeader.Builder person(Actor actor, PersonChange change) {
    Binding next =
        change instanceof BindPerson bind
            ? bind.next()
            : bindings.find(change.subject()).orElseThrow().ended();
    bindings.save(next);
    return people.changed(actor, next);
  }

  private EventHeader.Builder settings(Actor actor, SetSettings change) {
    NumberedSettings before = settings.alone();
    NumberedSettings next = before.next(change.settings());
    settings.save(next);
    return configuration.changed(actor, before, next);
  }

  private EventHeader.Builder registry(Actor actor, RegistryChange change) {
    Registry before = registries.alone();
    Registry next = change.next(before);
    registries.save(next);
    if (change instanceof SetAuthorities) {
      return endpoints.changedAuthorities(actor, before, next);
    }
    EventHeader.Builder changed =
        endpoints.changed(actor, new AgencyId(change.about()), before, next);
    if (change instanceof AddAgencyKey key) {
      changed
          .fact("certificateSha256", key.certificate().sha256())
          .fact("publicKeySha256", key.told());
      key.answer().ifPresent(answer -> changed.fact("challenge", answer.challenge().toString()));
    }
    return changed;
  }
}
