package org.safehand.referral.content;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A matter that police already have.
 *
 * @param agency which police
 * @param caseNumber their number
 * @param officer who works on it
 */
public record PoliceMatter(String agency, String caseNumber, Optional<String> officer) {
  /** Refuses nulls. */
  public PoliceMatter {
    requireNonNull(agency, "agency is null");
    requireNonNull(caseNumber, "caseNumber is null");
    requireNonNull(officer, "officer is null");
  }
}
