package org.safehand.store.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** SQL said directly, past the adapters. */
public final class Sql {
  private Sql() {}

  /** Enters a view with the handle of the tests. */
  public static void enter(Connection connection, String kind, String subject, String person)
      throws SQLException {
    enter(connection, TestDatabase.HANDLE.digest().bytes(), kind, subject, person);
  }

  /** Enters a view. */
  public static void enter(
      Connection connection, byte[] handle, String kind, String subject, String person)
      throws SQLException {
    try (PreparedStatement enter = connection.prepareStatement("select door.enter(?, ?, ?, ?)")) {
      enter.setBytes(1, handle);
      enter.setString(2, kind);
      enter.setString(3, subject);
      enter.setString(4, person);
      enter.execute();
    }
  }

  /** The single text that {@code sql} selects. */
  public static String text(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** How many rows {@code sql} selects. */
  public static int rows(Connection connection, String sql) throws SQLException {
    return Integer.parseInt(text(connection, "select count(*) from (" + sql + ") as q"));
  }

  /** Sets the setting that holds the view, as anyone may. */
  public static void set(Connection connection, String view) throws SQLException {
    try (PreparedStatement set =
        connection.prepareStatement("select set_config('safehand.view', ?, false)")) {
      set.setString(1, view);
      set.execute();
    }
  }

  /** The setting that holds the view. */
  public static String view(Connection connection) throws SQLException {
    return text(connection, "select current_setting('safehand.view')");
  }
}
