package org.safehand.systemtests.tamper.scene;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The superuser's connection: no trigger stops it. What it changes is remembered as SQL. */
public final class Superuser implements AutoCloseable {
  private static final int SHOWN = 40;

  private final Connection connection;
  private final List<String> changes = new ArrayList<>();

  /** Takes over {@code connection}. */
  Superuser(Connection connection) throws SQLException {
    this.connection = requireNonNull(connection, "connection is null");
    run("set session_replication_role = replica");
    // nothing here must survive a crash
    run("set synchronous_commit = off");
    changes.clear();
  }

  /** Makes what one row says. */
  @FunctionalInterface
  public interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Runs one or more statements, all or none. */
  public void run(String sql, Object... values) throws SQLException {
    changes.add(values.length == 0 ? sql : sql + " -- " + shown(values));
    try (PreparedStatement statement = prepared(sql, values)) {
      statement.execute();
    }
  }

  private PreparedStatement prepared(String sql, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private static String shown(Object... values) {
    return Stream.of(values)
        .map(
            value ->
                value instanceof byte[] b ? HexFormat.of().formatHex(b) : String.valueOf(value))
        .map(text -> text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…")
        .collect(Collectors.joining(", "));
  }

  /** The rows of a query. */
  public <T> List<T> ask(Reading<T> reading, String sql, Object... values) throws SQLException {
    List<T> found = new ArrayList<>();
    try (PreparedStatement query = prepared(sql, values);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        found.add(reading.read(rows));
      }
    }
    return found;
  }

  /** The one row of a query. */
  public <T> T one(Reading<T> reading, String sql, Object... values) throws SQLException {
    List<T> rows = ask(reading, sql, values);
    if (rows.size() != 1) {
      throw new IllegalStateException(rows.size() + " rows: " + sql);
    }
    return rows.get(0);
  }

  /** The one number of a query. */
  public long number(String sql, Object... values) throws SQLException {
    return one(row -> row.getLong(1), sql, values);
  }

  /** What was changed since the last call. */
  public List<String> takeChanges() {
    List<String> taken = List.copyOf(changes);
    changes.clear();
    return taken;
  }

  /** Takes away every constraint, so that no table refuses a copied row or a value. */
  public void dropConstraints() throws SQLException {
    for (String sql :
        ask(
            row -> row.getString(1),
            "with custody as (select c.oid from pg_class c where c.relkind = 'r'"
                + " and c.relnamespace = 'public'::regnamespace"
                + " and c.relname ~ '^(custody_|log_|case_key)')"
                + " select format('alter table %s drop constraint if exists %I cascade',"
                + " conrelid::regclass, conname) from pg_constraint"
                + " where contype <> 'n' and conrelid in (table custody)"
                + " union all select format('alter table %s alter %I drop not null',"
                + " attrelid::regclass, attname) from pg_attribute"
                + " where attnum > 0 and attnotnull and attrelid in (table custody)")) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
