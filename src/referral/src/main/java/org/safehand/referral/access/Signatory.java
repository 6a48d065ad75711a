package org.safehand.referral.access;

import static java.util.Objects.requireNonNull;

/** Who did something, as it is kept: without a name, with the strength of the proof. */
public record Signatory(StaffNumber number, String organisation, Authentication authentication) {
  /** Refuses nulls. */
  public Signatory {
    requireNonNull(number, "number is null");
    requireNonNull(organisation, "organisation is null");
    requireNonNull(authentication, "authentication is null");
  }
}
