package org.safehand.referral.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

  /** The role named {@code wire}, if there is one. */
  public static Optional<Role> find(String wire) {
    return Arrays.stream(values()).filter(role -> role.wire().equals(wire)).findFirst();
  }
}
