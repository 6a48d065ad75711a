package org.safehand.referral.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;

/** What a line of the authorization table asks for beside the role. */
public enum Condition {
  /** Nothing. */
  ALWAYS,
  /** What nobody fulfils: an explicit no. */
  NEVER,
  /** The actor wrote it, or it was handed over to them. */
  OWN,
  /** It belongs to the actor's organisation unit. */
  UNIT,
  /** It is a draft. */
  DRAFT,
  /** It is sealed and waits for release. */
  IN_REVIEW,
  /** The actor did not write it. */
  NOT_AUTHOR,
  /** The actor never changed or submitted it, and it is not theirs to work on. */
  NOT_EDITOR,
  /** It is addressed to the actor's agency. */
  AGENCY,
  /** The actor's agency has it, or it waits there for the actor's agency. */
  DELIVERED,
  /** Nothing, but free text is masked. */
  MASKED,
  /** The actor proved themselves again, for this; asked last, by the act itself. */
  STEP_UP,
  /** Somebody else has proposed it. */
  SECOND_PERSON,
  /** Of two supervisors who release it, the actor is not the one who did so first. */
  OTHER_RELEASER,
  /** To propose that it be done, not to do it. */
  PROPOSING,
  /** The actor says what for. */
  PURPOSE,
  /** To be told numbers, which the act itself sees to. */
  COUNTS,
  /** Events of the actor's own agency only, which the act itself sees to. */
  OWN_EVENTS,
  /** To look, not to change. */
  READING,
  /** The actor broke the glass over it, and may still look. */
  GLASS,
  /** It is about an agency as a whole, and about no case. */
  ENDPOINT_WIDE;

  /** Whether the act itself sees to it, because it is not about whether but about how. */
  boolean isOwed() {
    return EnumSet.of(MASKED, STEP_UP, COUNTS, OWN_EVENTS).contains(this);
  }

  /** Whether this holds of what there is before the act; a step-up is asked for in the act. */
  boolean holds(Actor actor, Target target) {
    return switch (this) {
      case ALWAYS, MASKED, STEP_UP, OWN_EVENTS -> true;
      case OWN -> isAuthor(actor, target) || isAssignee(actor, target);
      case UNIT -> target.unit().equals(Optional.of(actor.organisation()));
      case DRAFT -> target.stage() == Target.Stage.DRAFT;
      case IN_REVIEW -> target.stage() == Target.Stage.IN_REVIEW;
      case NOT_AUTHOR -> !isAuthor(actor, target);
      case NOT_EDITOR -> !target.editors().contains(actor.number()) && !isAssignee(actor, target);
      case AGENCY -> actor.agency().filter(target.addressed()::contains).isPresent();
      case DELIVERED -> actor.agency().filter(target.delivered()::contains).isPresent();
      case SECOND_PERSON ->
          target.proposer().filter(who -> !who.equals(actor.number())).isPresent();
      case OTHER_RELEASER -> !target.endorser().equals(Optional.of(actor.number()));
      case PROPOSING -> target.aim() == Target.Aim.PROPOSE;
      case GLASS -> target.breaker().equals(Optional.of(actor.number()));
      case READING -> target.aim() == Target.Aim.READ;
      case COUNTS -> target.aim() == Target.Aim.COUNT;
      case PURPOSE -> target.purposeSaid();
      case ENDPOINT_WIDE -> target.unit().isEmpty();
      case NEVER -> false;
    };
  }

  /** The condition's name in the table, for example {@code not-author}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Condition> find(String wire) {
    return Arrays.stream(values()).filter(condition -> condition.wire().equals(wire)).findFirst();
  }

  private static boolean isAssignee(Actor actor, Target target) {
    return target.assignee().equals(Optional.of(actor.number()));
  }

  private static boolean isAuthor(Actor actor, Target target) {
    return target.author().equals(Optional.of(actor.number()));
  }
}
