package org.safehand.launcher.postgres;

import java.util.Locale;

/** The login roles of the database server. */
public enum Role {
  /** Makes roles and databases; nobody else uses it. */
  SUPERUSER("postgres"),
  /** Owns the tables and runs the migrations. */
  OWNER("safehand_owner"),
  /** The gateway. */
  APP("safehand_app"),
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
