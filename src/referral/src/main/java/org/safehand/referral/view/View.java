package org.safehand.referral.view;

import static java.util.Objects.requireNonNull;

import java.util.EnumSet;
import java.util.Set;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Role;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.id.AgencyId;

/**
 * What a unit of work sees of the stored cases. It is wider than what the access policy allows and
 * never narrower: a query that forgot its condition finds what is in the view, and no more.
 */
public sealed interface View {
  /** Every case: the node itself, which goes on with what people set in motion, and an auditor. */
  record Everything() implements View {}

  /**
   * The cases of one organisation unit, and those that the person wrote, wherever they work now.
   *
   * @param unit the unit
   * @param person who asks
   */
  record OfUnit(String unit, StaffNumber person) implements View {
    /** Refuses nulls. */
    public OfUnit {
      requireNonNull(unit, "unit is null");
      requireNonNull(person, "person is null");
    }
  }

  /** What was dispatched to one agency; nothing in it can be changed. */
  record OfAgency(AgencyId agency) implements View {
    /** Refuses null. */
    public OfAgency {
      requireNonNull(agency, "agency is null");
    }
  }

  /** No case. */
  record Nothing() implements View {}

  /** The view of {@code actor}: whoever belongs to an agency sees that agency's, whatever else. */
  static View of(Actor actor) {
    if (actor.agency().isPresent()) {
      return new OfAgency(actor.agency().get());
    }
    if (actor.roles().equals(Set.of(Role.AUDITOR))) {
      return new Everything();
    }
    return EnumSet.of(Role.REFERRAL_OFFICER, Role.RELEASE_SUPERVISOR, Role.MACHINE_INTAKE).stream()
            .anyMatch(actor::is)
        ? new OfUnit(actor.organisation(), actor.number())
        : new Nothing();
  }
}
