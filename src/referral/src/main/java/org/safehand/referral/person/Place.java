package org.safehand.referral.person;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.safehand.referral.access.Actor;
import org.safehand.referral.id.AgencyId;

/** Where a person belongs. */
public sealed interface Place {
  /** As it stands in events: the unit, or the agency's id. */
  String wire();

  /** Whether {@code actor} belongs here by the identity provider's word. */
  boolean isOf(Actor actor);

  /** A unit of the hotline. */
  record Unit(String name) implements Place {
    /** The longest name in Unicode code points. */
    public static final int MAX = 64;

    /** The name of the unit where the organisation has one alone and says none. */
    public static final String ONLY = "hotline";

    /** Refuses a blank or overlong name. */
    public Unit {
      requireNonNull(name, "name is null");
      if (name.isBlank() || name.codePointCount(0, name.length()) > MAX) {
        throw new IllegalArgumentException("a unit has a name of at most 64 characters");
      }
    }

    @Override
    public String wire() {
      return name;
    }

    @Override
    public boolean isOf(Actor actor) {
      return actor.agency().isEmpty() && actor.organisation().equals(name);
    }
  }

  /** An agency of the police. */
  record OfAgency(AgencyId agency) implements Place {
    /** Refuses null. */
    public OfAgency {
      requireNonNull(agency, "agency is null");
    }

    @Override
    public String wire() {
      return agency.value();
    }

    @Override
    public boolean isOf(Actor actor) {
      return actor.agency().equals(Optional.of(agency));
    }
  }
}
