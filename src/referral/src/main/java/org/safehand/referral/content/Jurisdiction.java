package org.safehand.referral.content;

import static java.util.Objects.requireNonNull;

import org.safehand.referral.code.Confidence;
import org.safehand.referral.code.JurisdictionBasis;

/**
 * A country, and why it has jurisdiction.
 *
 * @param country ISO 3166-1 alpha-2, or XX when unknown
 * @param basis why
 * @param confidence how sure
 */
public record Jurisdiction(String country, JurisdictionBasis basis, Confidence confidence) {
  /** Refuses nulls. */
  public Jurisdiction {
    requireNonNull(country, "country is null");
    requireNonNull(basis, "basis is null");
    requireNonNull(confidence, "confidence is null");
  }
}
