package org.safehand.launcher.postgres;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Connections of the database's owner, whom nobody logs in as: the migrating role becomes it. */
final class OwnerConnection {
  private final String url;
  private final String password;

  OwnerConnection(String url, String password) {
    this.url = requireNonNull(url, "url is null");
    this.password = requireNonNull(password, "password is null");
  }

  /** Does something as the owner. */
  @FunctionalInterface
  interface Work<T> {
    T with(Connection owner) throws SQLException;
  }

  /** Does {@code work} on a connection of its own. */
  <T> T with(Work<T> work) throws SQLException {
    try (Connection owner = DriverManager.getConnection(url, Role.MIGRATE.login(), password)) {
      try (Statement become = owner.createStatement()) {
        become.execute("set role " + Databases.OWNER);
      }
      return work.with(owner);
    }
  }
}
