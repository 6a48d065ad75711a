package org.safehand.referral.release;

import static java.util.Objects.requireNonNull;

import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Role;
import org.safehand.referral.life.ReferralVersion;
import org.safehand.referral.person.Bindings;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;

/** Whether there is somebody who could release after a first supervisor did. */
final class SecondSupervisor {
  private final Bindings bindings;

  SecondSupervisor(Bindings bindings) {
    this.bindings = requireNonNull(bindings, "bindings is null");
  }

  /** {@code subject}, if anybody of the unit but {@code first} and whose work it is could. */
  <T> Outcome<T> require(Actor first, ReferralVersion version, T subject) {
    boolean there =
        bindings.active(Role.RELEASE_SUPERVISOR, version.unit()).stream()
            .anyMatch(person -> !person.equals(first.number()) && !version.isWorkOf(person));
    return there
        ? Outcome.done(subject)
        : Outcome.refused(
            RefusalCode.SECOND_PERSON_MISSING,
            "a recipient is high-risk, and no other active supervisor of the unit could release it"
                + " as well");
  }
}
