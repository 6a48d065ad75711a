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
  /** The actor never changed it. */
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
  /** To propose that it be done, not to do it. */
  PROPOSING,
  /** The actor says what for; in planned lines only. */
  PURPOSE,
  /** Numbers only; in planned lines only. */
  COUNTS,
  /** Events of the actor's own agency only; in planned lines only. */
  OWN_EVENTS,
  /** To look, not to change. */
  READING,
  /** The actor broke the glass over it, and may still look. */
  GLASS,
  /** It is about an agency as a whole, and about no case. */
  ENDPOINT_WIDE;

  /** Whether this gateway can tell if it holds; only such conditions stand in active lines. */
  boolean isDecidable() {
    return !EnumSet.of(PURPOSE, COUNTS, OWN_EVENTS).contains(this);
  }

  /** Whether this holds of what there is before the act; a step-up is asked for in the act. */
  boolean holds(Actor actor, Target target) {
    return switch (this) {
      case ALWAYS, MASKED, STEP_UP -> true;
      case OWN -> isAuthor(actor, target) || target.assignee().equals(Optional.of(actor.number()));
      case UNIT -> target.unit().equals(Optional.of(actor.organisation()));
      case DRAFT -> target.stage() == Target.Stage.DRAFT;
      case IN_REVIEW -> target.stage() == Target.Stage.IN_REVIEW;
      case NOT_AUTHOR -> !isAuthor(actor, target);
      case NOT_EDITOR -> !target.editors().contains(actor.number());
      case AGENCY -> actor.agency().filter(target.addressed()::contains).isPresent();
      case DELIVERED -> actor.agency().filter(target.delivered()::contains).isPresent();
      case SECOND_PERSON ->
          target.proposer().filter(who -> !who.equals(actor.number())).isPresent();
      case PROPOSING -> target.aim() == Target.Aim.PROPOSE;
      case GLASS -> target.breaker().equals(Optional.of(actor.number()));
      case READING -> target.aim() == Target.Aim.READ;
      case ENDPOINT_WIDE -> target.unit().isEmpty();
      case NEVER, PURPOSE, COUNTS, OWN_EVENTS -> false;
    };
  }

  /** The condition's name in the table, for example {@code not-author}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Condition> find(String wire) {
    return Arrays.stream(values()).filter(condition -> condition.wire().equals(wire)).findFirst();
  }

  private static boolean isAuthor(Actor actor, Target target) {
    return target.author().equals(Optional.of(actor.number()));
  }
}
