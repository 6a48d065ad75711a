package org.safehand.referral.content;

import static java.util.Objects.requireNonNull;

/**
 * By what right it is referred.
 *
 * @param provision the provision relied on
 * @param purpose what for
 */
public record LegalBasis(String provision, String purpose) {
  /** Refuses nulls. */
  public LegalBasis {
    requireNonNull(provision, "provision is null");
    requireNonNull(purpose, "purpose is null");
  }
}
