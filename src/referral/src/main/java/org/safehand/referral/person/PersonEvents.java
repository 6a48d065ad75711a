package org.safehand.referral.person;

import static java.util.Objects.requireNonNull;

import java.util.stream.Collectors;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Role;
import org.safehand.referral.journal.Journal;

/** Events about what a person may do; they name people by number alone. */
public final class PersonEvents {
  private final Journal journal;

  /** Headers are {@code journal}'s. */
  public PersonEvents(Journal journal) {
    this.journal = requireNonNull(journal, "journal is null");
  }

  /** A header that says what {@code person} may do from now on. */
  public EventHeader.Builder changed(Actor actor, Binding person) {
    return journal
        .event(EventType.ROLE_CHANGED, actor)
        .fact("subject", person.number().value())
        .fact(
            "roles",
            person.roles().stream().map(Role::wire).sorted().collect(Collectors.joining(" ")))
        .fact("place", person.place().wire())
        .fact("active", Boolean.toString(person.active()))
        .fact("revision", Long.toString(person.revision()));
  }
}
