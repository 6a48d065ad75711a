package org.safehand.launcher.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Where the database server listens; always on the loopback interface.
 *
 * @param port its port
 */
public record DatabaseAddress(int port) {
  /** The JDBC address of a database. */
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  Connection connect(String database, Role role, String password) throws SQLException {
    return DriverManager.getConnection(url(database), role.login(), password);
  }
}
