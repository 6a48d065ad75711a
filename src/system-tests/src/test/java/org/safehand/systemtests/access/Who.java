package org.safehand.systemtests.access;

import java.util.Locale;

/** The columns of the table: a role, and what its holder is to the object. */
enum Who {
  /** The referral officer who wrote it. */
  AUTHOR("referral-officer"),
  /** A referral officer of the same unit. */
  COLLEAGUE("referral-officer"),
  /** A referral officer of the same unit, to whom it was handed over. */
  ASSIGNEE("referral-officer"),
  /** A release supervisor of the unit. */
  SUPERVISOR("release-supervisor"),
  /** Officer and supervisor in one person, who did not write it. */
  BOTH("referral-officer release-supervisor"),
  /** Officer and supervisor in one person, of another unit. */
  STRANGER("referral-officer release-supervisor"),
  /** The liaison of the agency that all of it went to that has arrived, if not said otherwise. */
  NORTH("police-liaison"),
  /** The liaison of another agency. */
  SOUTH("police-liaison"),
  /** An auditor. */
  AUDITOR("auditor"),
  /** An administrator. */
  ADMINISTRATOR("administrator"),
  /** The hotline's intake system, by its key, at the people's door. */
  INTAKE("machine-intake"),
  /** The machine of the first agency, by its certificate, at its own door. */
  MACHINE("machine-endpoint");

  private final String role;

  Who(String role) {
    this.role = role;
  }

  /** As the custody log names it. */
  String role() {
    return role;
  }

  static Who named(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
