package org.safehand.referral.access;

import java.util.Set;
import org.safehand.referral.id.AgencyId;

/** The columns of the second copy of the table: what the thing is to whoever asks. */
enum Situation {
  OWN,
  OWN_ELSEWHERE,
  ASSIGNED,
  DRAFT,
  FOREIGN_DRAFT,
  OWN_REVIEW,
  EDITED,
  REVIEW,
  ENDORSED,
  OWN_ENDORSED,
  FOREIGN_REVIEW,
  SENT,
  ARRIVED,
  STRAYED,
  NOTHING,
  READING,
  COUNTING,
  PROPOSING,
  PROPOSED,
  OWN_PROPOSAL,
  UNIT_READING,
  UNIT,
  THROUGH_GLASS;

  private static final StaffNumber SOMEBODY = new StaffNumber("9999");

  Target of(Actor actor) {
    return switch (this) {
      case OWN -> referral(actor, Whose.AUTHOR, true, Target.Stage.DRAFT);
      case OWN_ELSEWHERE -> referral(actor, Whose.AUTHOR, false, Target.Stage.DRAFT);
      case ASSIGNED -> referral(actor, Whose.ASSIGNEE, true, Target.Stage.DRAFT);
      case DRAFT -> referral(actor, Whose.NOBODY, true, Target.Stage.DRAFT);
      case FOREIGN_DRAFT -> referral(actor, Whose.NOBODY, false, Target.Stage.DRAFT);
      case OWN_REVIEW -> referral(actor, Whose.AUTHOR, true, Target.Stage.IN_REVIEW);
      case EDITED -> referral(actor, Whose.EDITOR, true, Target.Stage.IN_REVIEW);
      case REVIEW -> referral(actor, Whose.NOBODY, true, Target.Stage.IN_REVIEW);
      case ENDORSED -> endorsed(actor, SOMEBODY);
      case OWN_ENDORSED -> endorsed(actor, actor.number());
      case FOREIGN_REVIEW -> referral(actor, Whose.NOBODY, false, Target.Stage.IN_REVIEW);
      case SENT -> dispatched(agency(actor), Set.of());
      case ARRIVED -> dispatched(agency(actor), agency(actor));
      case STRAYED -> dispatched(Set.of(), agency(actor));
      case NOTHING -> Target.nothing();
      case READING -> Target.reading();
      case COUNTING -> Target.counting();
      case PROPOSING -> Target.proposing();
      case PROPOSED -> Target.proposedBy(SOMEBODY);
      case OWN_PROPOSAL -> Target.proposedBy(actor.number());
      case UNIT_READING -> Target.ofUnit(actor.organisation(), Target.Aim.READ);
      case UNIT -> Target.ofUnit(actor.organisation(), Target.Aim.DO);
      case THROUGH_GLASS -> dispatched(Set.of(), Set.of()).through(actor.number());
    };
  }

  private enum Whose {
    AUTHOR,
    ASSIGNEE,
    EDITOR,
    NOBODY
  }

  private static Target endorsed(Actor actor, StaffNumber endorser) {
    return new SampleTarget(SOMEBODY, actor.organisation(), Target.Stage.IN_REVIEW)
        .endorsedBy(endorser)
        .target();
  }

  private static Target referral(Actor actor, Whose whose, boolean sameUnit, Target.Stage stage) {
    StaffNumber number = actor.number();
    SampleTarget target =
        new SampleTarget(
            whose == Whose.AUTHOR ? number : SOMEBODY,
            sameUnit ? actor.organisation() : "another unit",
            stage);
    return switch (whose) {
      case ASSIGNEE -> target.assignedTo(number).target();
      case EDITOR -> target.editedBy(number).target();
      case AUTHOR, NOBODY -> target.target();
    };
  }

  private static Target dispatched(Set<AgencyId> addressed, Set<AgencyId> delivered) {
    return new SampleTarget(SOMEBODY, "another unit", Target.Stage.OTHER)
        .sent(addressed, delivered)
        .target();
  }

  private static Set<AgencyId> agency(Actor actor) {
    return Set.of(actor.agency().orElse(new AgencyId("AG-N-001")));
  }
}
