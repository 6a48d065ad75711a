package org.safehand.systemtests.access;

import java.nio.file.Path;
import org.safehand.systemtests.gateway.Api;
import org.safehand.systemtests.gateway.RunningGateway;
import org.safehand.systemtests.identity.Machines;
import org.safehand.systemtests.identity.NewStaff;

/** Who stands in each column of the table. Two of them are there for this test alone. */
final class Cast {
  private final RunningGateway gateway;
  private final Machines machines = new Machines();
  private final NewStaff stranger;
  private final NewStaff assignee;
  private final Api strangers;
  private final Api assignees;

  /**
   * @param folder where the secrets of second factors are kept
   */
  Cast(RunningGateway gateway, Path folder) throws Exception {
    this.gateway = gateway;
    this.stranger = NewStaff.officerAndSupervisor(folder, "annex");
    this.assignee = new NewStaff(folder, "referral-officer", "hotline");
    this.strangers = stranger.api();
    this.assignees = assignee.api();
  }

  Api at(Who who) {
    return switch (who) {
      case AUTHOR -> gateway.officer();
      case COLLEAGUE -> gateway.otherOfficer();
      case ASSIGNEE -> assignees;
      case SUPERVISOR -> gateway.supervisor();
      case BOTH -> gateway.officerAndSupervisor();
      case STRANGER -> strangers;
      case NORTH -> gateway.liaison("AG-N-001");
      case SOUTH -> gateway.liaison("AG-S-002");
      case AUDITOR -> gateway.auditor();
      case ADMINISTRATOR -> gateway.administrator();
      case INTAKE -> machines.intake();
      case MACHINE -> machines.north();
    };
  }

  /** By which the gateway knows them. */
  String number(Who who) {
    return switch (who) {
      case AUTHOR -> "officer1";
      case COLLEAGUE -> "officer2";
      case ASSIGNEE -> assignee.number();
      case SUPERVISOR -> "supervisor1";
      case BOTH -> "duty1";
      case STRANGER -> stranger.number();
      case NORTH -> "liaison-north";
      case SOUTH -> "liaison-south";
      case AUDITOR -> "auditor1";
      case ADMINISTRATOR -> "administrator1";
      case INTAKE -> "service-account-safehand-intake";
      case MACHINE -> "service-account-safehand-machine-north";
    };
  }

  /** Those who were there for this test alone are not any more. */
  void leave() throws Exception {
    for (NewStaff staff : new NewStaff[] {stranger, assignee}) {
      staff.leave();
      staff.forget();
    }
  }
}
