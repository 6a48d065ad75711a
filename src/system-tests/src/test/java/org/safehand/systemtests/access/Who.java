package org.safehand.systemtests.access;

import java.util.Locale;
import org.safehand.systemtests.gateway.Api;
import org.safehand.systemtests.gateway.RunningGateway;
import org.safehand.systemtests.identity.Machines;

/** The columns of the table: a role, and what its holder is to the object. */
enum Who {
  /** The referral officer who wrote it. */
  AUTHOR,
  /** A referral officer of the same unit. */
  COLLEAGUE,
  /** A release supervisor of the unit. */
  SUPERVISOR,
  /** Officer and supervisor in one person, who did not write it. */
  BOTH,
  /** The liaison of the agency that it was released to. */
  NORTH,
  /** The liaison of another agency. */
  SOUTH,
  /** An auditor. */
  AUDITOR,
  /** An administrator. */
  ADMINISTRATOR,
  /** The hotline's intake system, by its key, at the people's door. */
  INTAKE,
  /** The machine of the agency that it was released to, by its certificate, at its own door. */
  MACHINE;

  private static final Machines MACHINES = new Machines();

  Api at(RunningGateway gateway) {
    return switch (this) {
      case AUTHOR -> gateway.officer();
      case COLLEAGUE -> gateway.otherOfficer();
      case SUPERVISOR -> gateway.supervisor();
      case BOTH -> gateway.officerAndSupervisor();
      case NORTH -> gateway.liaison("AG-N-001");
      case SOUTH -> gateway.liaison("AG-S-002");
      case AUDITOR -> gateway.auditor();
      case ADMINISTRATOR -> gateway.administrator();
      case INTAKE -> MACHINES.intake();
      case MACHINE -> MACHINES.north();
    };
  }

  static Who named(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
