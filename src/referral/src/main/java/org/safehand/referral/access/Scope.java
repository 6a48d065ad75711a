package org.safehand.referral.access;

import static java.util.Objects.requireNonNull;

import org.safehand.referral.id.AgencyId;

/** Which referrals a list may show. */
public sealed interface Scope {
  /** The scope as one text, for example {@code unit hotline}. */
  String wire();

  /** Those of one organisation unit. */
  record Unit(String unit) implements Scope {
    /** Refuses null. */
    public Unit {
      requireNonNull(unit, "unit is null");
    }

    @Override
    public String wire() {
      return "unit " + unit;
    }
  }

  /** Those of which one agency has a package, or a package waiting. */
  record OfAgency(AgencyId agency) implements Scope {
    /** Refuses null. */
    public OfAgency {
      requireNonNull(agency, "agency is null");
    }

    @Override
    public String wire() {
      return "agency " + agency.value();
    }
  }

  /** All, as metadata. */
  record All() implements Scope {
    @Override
    public String wire() {
      return "all";
    }
  }
}
