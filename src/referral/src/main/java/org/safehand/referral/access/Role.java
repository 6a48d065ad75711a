package org.safehand.referral.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What an actor is to the gateway. */
public enum Role {
  /** Prepares and submits referrals. */
  REFERRAL_OFFICER,
  /** Releases, returns and withdraws what others prepared. */
  RELEASE_SUPERVISOR,
  /** Retrieves and answers for one agency. */
  POLICE_LIAISON,
  /** Checks the custody log. */
  AUDITOR,
  /** Runs the gateway and sees no case data. */
  ADMINISTRATOR,
  /** The hotline's intake system. */
  MACHINE_INTAKE,
  /** An agency's case system. */
  MACHINE_ENDPOINT;

  /** The role's name in tokens and in the authorization table, for example {@code auditor}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Whether one person may have all of {@code roles}: only preparing and releasing go together,
   * which the conditions of releasing keep apart in each case.
   */
  public static boolean combine(Set<Role> roles) {
    return roles.size() <= 1 || Set.of(REFERRAL_OFFICER, RELEASE_SUPERVISOR).containsAll(roles);
  }

  /** The role named {@code wire}, if there is one. */
  public static Optional<Role> find(String wire) {
    return Arrays.stream(values()).filter(role -> role.wire().equals(wire)).findFirst();
  }
}
