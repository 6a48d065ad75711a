package org.safehand.referral.approval;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Role;
import org.safehand.referral.change.BindPerson;
import org.safehand.referral.change.PersonChange;
import org.safehand.referral.person.Binding;
import org.safehand.referral.person.Bindings;
import org.safehand.referral.person.Founders;
import org.safehand.referral.person.Place;
import org.safehand.referral.port.EndpointRegistry;
import org.safehand.referral.refusal.FieldFault;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;

/**
 * Whether a person may be changed: by two administrators, neither of whom is that person. So the
 * last two administrators cannot be changed at all, until there is a third.
 */
final class PersonRules {
  private final Bindings bindings;
  private final EndpointRegistry registry;

  PersonRules(Bindings bindings, EndpointRegistry registry) {
    this.bindings = requireNonNull(bindings, "bindings is null");
    this.registry = requireNonNull(registry, "registry is null");
  }

  /** {@code change}, if {@code actor} may propose it and it fits who is there now. */
  Outcome<PersonChange> proposable(Actor actor, PersonChange change) {
    return byTwoOthers(actor, change).then(this::ofAgency).then(this::fitting);
  }

  /**
   * {@code change}, if {@code actor} may approve it and nobody has changed the person meanwhile.
   */
  Outcome<PersonChange> approvable(Actor actor, PersonChange change) {
    return byTwoOthers(actor, change)
        .then(
            same ->
                fitting(same)
                    .fold(
                        Outcome::done,
                        refusal ->
                            Outcome.refused(
                                RefusalCode.PROPOSAL_OVERTAKEN,
                                "the person is not as the proposer had read them")));
  }

  private Outcome<PersonChange> byTwoOthers(Actor actor, PersonChange change) {
    if (bindings.active(Role.ADMINISTRATOR) < Founders.PAIR) {
      return Outcome.refused(
          RefusalCode.SECOND_PERSON_MISSING, "there are fewer than two active administrators");
    }
    return change.subject().equals(actor.number())
        ? Outcome.refused(
            RefusalCode.PROPOSAL_ABOUT_ONESELF, "nobody has a part in what they may do themselves")
        : Outcome.done(change);
  }

  private Outcome<PersonChange> ofAgency(PersonChange change) {
    boolean unknown =
        change instanceof BindPerson bind
            && bind.next().place() instanceof Place.OfAgency of
            && registry.agency(of.agency()).isEmpty();
    return unknown
        ? Outcome.refused(
            Refusal.of(
                List.of(
                    new FieldFault(
                        "/person/agency",
                        RefusalCode.UNKNOWN_CODE,
                        "is not in the endpoint registry"))))
        : Outcome.done(change);
  }

  private Outcome<PersonChange> fitting(PersonChange change) {
    Optional<Binding> now = bindings.find(change.subject());
    if (change.read() == 0) {
      return now.isEmpty()
          ? Outcome.done(change)
          : Outcome.refused(
              RefusalCode.PERSON_KNOWN_ALREADY, "this number is somebody's, or was once");
    }
    if (now.isEmpty() || !(now.get().active() || change instanceof BindPerson)) {
      return Outcome.refused(RefusalCode.PERSON_NOT_FOUND, "there is no such active person");
    }
    return now.get().revision() == change.read()
        ? Outcome.done(change)
        : Outcome.refused(
            RefusalCode.REVISION_CONFLICT, "it was changed since revision " + change.read());
  }
}
