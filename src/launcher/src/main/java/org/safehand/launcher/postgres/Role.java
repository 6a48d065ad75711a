package org.safehand.launcher.postgres;

import java.util.Locale;

/** The roles of the database server that log in. */
public enum Role {
  /** Makes roles and databases; nobody else uses it. */
  SUPERUSER("postgres"),
  /** Runs the migrations, as the owner of the tables, who does not log in. */
  MIGRATE("safehand_migrate"),
  /** The gateway's face towards people. */
  EDGE("safehand_edge"),
  /** The gateway's face towards agencies. */
  DISPATCHER("safehand_dispatcher"),
  /** Whoever audits the log in the database. */
  AUDIT("safehand_audit"),
  /** The sequencer. */
  SEQUENCER("safehand_sequencer"),
  /** The identity provider, in a database of its own. */
  KEYCLOAK("keycloak");

  private final String login;

  Role(String login) {
    this.login = login;
  }

  /** The role's name in the database. */
  public String login() {
    return login;
  }

  /** The role's name in a configuration placeholder. */
  String placeholder() {
    return login.toUpperCase(Locale.ROOT) + "_PASSWORD";
  }
}
