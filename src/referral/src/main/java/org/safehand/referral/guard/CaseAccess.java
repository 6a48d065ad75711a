package org.safehand.referral.guard;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.safehand.referral.access.AccessPolicy;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Condition;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.Scope;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.access.Target;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.glass.Glasses;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.id.HumanReference;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.life.Referral;
import org.safehand.referral.person.Binding;
import org.safehand.referral.person.Bindings;
import org.safehand.referral.person.SessionEnds;
import org.safehand.referral.port.Dispatches;
import org.safehand.referral.port.Referrals;
import org.safehand.referral.refusal.FieldFault;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.refusal.Refused;

/**
 * Looks up what is asked for and asks the policy. Called within a unit of work, which the actor's
 * own binding is shared with: somebody whose role is taken away before it commits is refused.
 */
public final class CaseAccess {
  private static final Set<Condition> OF_STATE = Set.of(Condition.DRAFT, Condition.IN_REVIEW);

  private final AccessPolicy policy;
  private final Bindings bindings;
  private final SessionEnds ends;
  private final Referrals referrals;
  private final Dispatches dispatches;
  private final Glasses glasses;

  /** Asks {@code policy} about what these hold. */
  public CaseAccess(
      AccessPolicy policy,
      Bindings bindings,
      SessionEnds ends,
      Referrals referrals,
      Dispatches dispatches,
      Glasses glasses) {
    this.policy = requireNonNull(policy, "policy is null");
    this.bindings = requireNonNull(bindings, "bindings is null");
    this.ends = requireNonNull(ends, "ends is null");
    this.referrals = requireNonNull(referrals, "referrals is null");
    this.dispatches = requireNonNull(dispatches, "dispatches is null");
    this.glasses = requireNonNull(glasses, "glasses is null");
  }

  /** Whether {@code actor} is still bound as they were, and signed in. */
  public Outcome<Actor> present(Actor actor) {
    return bound(actor);
  }

  /** Whether {@code actor} may do {@code operation} to nothing in particular. */
  public Outcome<Admitted<Actor>> admit(Actor actor, Operation operation) {
    return bound(actor)
        .then(bound -> decide(bound, operation, Target.nothing(), Optional.empty(), actor));
  }

  /** Whether {@code actor} may be told numbers by {@code operation}. */
  public Outcome<Admitted<Actor>> admitToCount(Actor actor, Operation operation) {
    return bound(actor)
        .then(bound -> decide(bound, operation, Target.counting(), Optional.empty(), actor));
  }

  /**
   * Whether {@code actor} may do {@code operation} to {@code subject}, of which the policy needs to
   * know {@code target}.
   *
   * @param notFound what an agency's people are told instead of no
   */
  public <T> Outcome<Admitted<T>> admit(
      Actor actor, Operation operation, Target target, RefusalCode notFound, T subject) {
    return bound(actor)
        .then(bound -> decide(bound, operation, target, Optional.of(notFound), subject));
  }

  /**
   * Whether {@link #admit} would say yes, as things stand: nobody waits for this, and nobody is
   * held. To be asked before what others wait for, so that only those wait who may do something;
   * what is then done is asked for again.
   */
  public <T> Outcome<Admitted<T>> foresee(
      Actor actor, Operation operation, Target target, RefusalCode notFound, T subject) {
    return granted(bindings.find(actor.number()), actor)
        .then(bound -> decide(bound, operation, target, Optional.of(notFound), subject));
  }

  /** What {@code actor} may see in lists. */
  public Outcome<Scope> scope(Actor actor) {
    return bound(actor)
        .then(
            bound ->
                policy
                    .scope(bound)
                    .map(Outcome::done)
                    .orElseGet(() -> notPermitted("no rule allows lists here")));
  }

  /**
   * The newest version of the case that people call {@code reference}, whether or not the actor may
   * see it: what may be done to it is for the caller to ask. An attempt at it is one at its case.
   */
  public Outcome<ReferralId> named(Attempt attempt, String reference) {
    Optional<ReferralId> found = reference(reference).flatMap(referrals::named);
    found.flatMap(referrals::caseOf).ifPresent(attempt::concerns);
    return found.map(Outcome::done).orElseGet(() -> notFound(RefusalCode.REFERRAL_NOT_FOUND));
  }

  private static Optional<HumanReference> reference(String text) {
    try {
      return Optional.of(new HumanReference(text));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /** The referral, to be looked at. */
  public Outcome<Admitted<Referral>> find(
      Attempt attempt, Actor actor, Operation operation, ReferralId id) {
    return bound(attempt, actor, () -> referrals.caseOf(id))
        .then(bound -> admit(attempt, bound, operation, id, referrals.find(id), false));
  }

  /**
   * The referral, of which an exhibit is to be opened in clear.
   *
   * @param purposeSaid whether the actor said what for
   */
  public Outcome<Admitted<Referral>> findToOpen(
      Attempt attempt, Actor actor, ReferralId id, boolean purposeSaid) {
    Operation operation = Operation.OPEN_EXHIBIT;
    return bound(attempt, actor, () -> referrals.caseOf(id))
        .then(bound -> admit(attempt, bound, operation, id, referrals.find(id), purposeSaid));
  }

  /** The referral, locked to be changed. */
  public Outcome<Admitted<Referral>> lock(
      Attempt attempt, Actor actor, Operation operation, ReferralId id) {
    return bound(attempt, actor, () -> referrals.caseOf(id))
        .then(bound -> admit(attempt, bound, operation, id, referrals.lock(id), false));
  }

  /** The dispatch, to be looked at. */
  public Outcome<Admitted<Dispatch>> findDispatch(
      Attempt attempt, Actor actor, Operation operation, DispatchId id) {
    return bound(attempt, actor, () -> dispatches.caseOf(id))
        .then(bound -> admitDispatch(attempt, bound, operation, id, dispatches.find(id)));
  }

  /** The dispatch, locked to be changed. */
  public Outcome<Admitted<Dispatch>> lockDispatch(
      Attempt attempt, Actor actor, Operation operation, DispatchId id) {
    return bound(attempt, actor, () -> dispatches.caseOf(id))
        .then(bound -> admitDispatch(attempt, bound, operation, id, dispatches.lock(id)));
  }

  /**
   * Before anything is looked up for them: whoever may do nothing is told the same whatever there
   * is. The refusal is an event of the case all the same.
   */
  private Outcome<Actor> bound(Attempt attempt, Actor actor, Supplier<Optional<CaseId>> about) {
    Outcome<Actor> bound = bound(actor);
    if (bound instanceof Refused) {
      about.get().ifPresent(attempt::concerns);
    }
    return bound;
  }

  private Outcome<Actor> bound(Actor actor) {
    return granted(bindings.share(actor.number()), actor);
  }

  private Outcome<Actor> granted(Optional<Binding> known, Actor actor) {
    return known
        .flatMap(binding -> binding.grants(actor))
        .map(this::signedIn)
        .orElseGet(() -> notPermitted("the gateway's own list of people does not allow this"));
  }

  private Outcome<Actor> signedIn(Actor actor) {
    return ends.isEnded(actor.number(), actor.authentication().authTime())
        ? Outcome.refused(RefusalCode.SIGNED_OUT, "an administrator ended it; sign in again")
        : Outcome.done(actor);
  }

  private Outcome<Admitted<Dispatch>> admitDispatch(
      Attempt attempt, Actor actor, Operation operation, DispatchId id, Optional<Dispatch> found) {
    if (found.isEmpty()) {
      return unseen(
          attempt, actor, operation, dispatches.caseOf(id), RefusalCode.DISPATCH_NOT_FOUND);
    }
    Dispatch dispatch = found.get();
    attempt.concerns(dispatch.order().caseId());
    Optional<Referral> referral = referrals.find(dispatch.order().referral());
    if (referral.isEmpty()) {
      return notFound(RefusalCode.DISPATCH_NOT_FOUND);
    }
    Target target =
        seen(
            attempt,
            actor,
            operation,
            referral.get(),
            Targets.of(referral.get(), List.of(dispatch)));
    return decide(actor, operation, target, Optional.of(RefusalCode.DISPATCH_NOT_FOUND), dispatch);
  }

  private Outcome<Admitted<Referral>> admit(
      Attempt attempt,
      Actor actor,
      Operation operation,
      ReferralId id,
      Optional<Referral> found,
      boolean purposeSaid) {
    if (found.isEmpty()) {
      return unseen(
          attempt, actor, operation, referrals.caseOf(id), RefusalCode.REFERRAL_NOT_FOUND);
    }
    Referral referral = found.get();
    attempt.concerns(referral.version().caseId());
    List<Dispatch> all =
        actor.agency().isPresent() ? dispatches.of(referral.version().id()) : List.of();
    Target asked = Targets.of(referral, all).withPurpose(purposeSaid);
    Target target = seen(attempt, actor, operation, referral, asked);
    return decide(actor, operation, target, Optional.of(RefusalCode.REFERRAL_NOT_FOUND), referral);
  }

  /**
   * Through a broken glass only where nothing else allows it, so that what is so allowed says so.
   */
  private Target seen(
      Attempt attempt, Actor actor, Operation operation, Referral referral, Target target) {
    if (actor.agency().isPresent()
        || policy.decide(actor, operation, target) instanceof AccessPolicy.Allowed) {
      return target;
    }
    return glasses
        .through(actor.number(), referral.version().caseId())
        .map(
            glass -> {
              attempt.through(glass);
              return target.through(actor.number());
            })
        .orElse(target);
  }

  /** What there is, but not in the actor's view, is refused as if the policy had refused it. */
  private static <T> Outcome<T> unseen(
      Attempt attempt,
      Actor actor,
      Operation operation,
      Optional<CaseId> caseId,
      RefusalCode notFound) {
    caseId.ifPresent(attempt::concerns);
    return caseId.isEmpty() || actor.agency().isPresent()
        ? notFound(notFound)
        : notPermitted(operation);
  }

  /**
   * What the policy says.
   *
   * @param hidden what an agency's people are told instead of no; empty where there is nothing that
   *     could be hidden from them
   */
  private <T> Outcome<Admitted<T>> decide(
      Actor actor, Operation operation, Target target, Optional<RefusalCode> hidden, T subject) {
    AccessPolicy.Decision decision = policy.decide(actor, operation, target);
    if (decision instanceof AccessPolicy.Allowed allowed) {
      return Outcome.done(new Admitted<>(subject, allowed.owed()));
    }
    AccessPolicy.Denied denied = (AccessPolicy.Denied) decision;
    if (actor.agency().isPresent() && hidden.isPresent()) {
      return notFound(hidden.get());
    }
    if (operation == Operation.RELEASE && isWorkOf(actor, target)) {
      return Outcome.refused(
          RefusalCode.RELEASE_OWN_REFERRAL,
          "nobody releases what they wrote, edited, submitted or have to work on");
    }
    if (denied.isFor(Condition.OTHER_RELEASER)) {
      return Outcome.refused(
          RefusalCode.SECOND_PERSON_REQUIRED, "whoever released it first is not the second person");
    }
    if (denied.isFor(Condition.SECOND_PERSON) && target.proposer().isPresent()) {
      return Outcome.refused(
          RefusalCode.SECOND_PERSON_REQUIRED, "whoever proposed it does not decide on it");
    }
    if (denied.isOnlyFor(Set.of(Condition.PURPOSE))) {
      return Outcome.refused(
          Refusal.of(
              List.of(
                  new FieldFault("/purpose", RefusalCode.FIELD_REQUIRED, "must not be empty"))));
    }
    if (denied.isOnlyFor(OF_STATE)) {
      return Outcome.refused(
          RefusalCode.REFERRAL_WRONG_STATE, "it is in a state in which this cannot be done");
    }
    return notPermitted(operation);
  }

  private static <T> Outcome<T> notPermitted(Operation operation) {
    return notPermitted("no rule allows " + operation.wire() + " here");
  }

  private static <T> Outcome<T> notPermitted(String detail) {
    return Outcome.refused(RefusalCode.OPERATION_NOT_PERMITTED, detail);
  }

  private static boolean isWorkOf(Actor actor, Target target) {
    Optional<StaffNumber> who = Optional.of(actor.number());
    return target.author().equals(who)
        || target.assignee().equals(who)
        || target.editors().contains(actor.number());
  }

  private static <T> Outcome<T> notFound(RefusalCode code) {
    return Outcome.refused(code, "there is nothing of this name for you");
  }
}
