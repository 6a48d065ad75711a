package org.safehand.sequencer;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.safehand.sequencer.database.LogDatabase;

/** A real PostgreSQL with the tables of the log, a fresh database each. */
final class TestDatabase {
  static final String SEQUENCER = "safehand_sequencer";
  static final String APPLICATION = "safehand_edge";
  static final String PASSWORD = "only-for-this-test";

  private static final Path ROLES = Path.of("../../config/postgresql/roles.sql");
  private static final Path MIGRATIONS = Path.of("../store/src/main/resources/db/migration");
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final EmbeddedPostgres POSTGRES = start();

  private final String name = "log" + COUNT.incrementAndGet();

  TestDatabase() throws SQLException, IOException {
    create("");
    for (Path migration : migrations()) {
      asSuperuser(Files.readString(migration));
    }
  }

  private TestDatabase(TestDatabase template) throws SQLException {
    create(" template " + template.name);
  }

  private void create(String template) throws SQLException {
    try (Connection connection = POSTGRES.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name + template);
    }
  }

  /** A backup, restored: the database as it is now, as another one. Nobody may be connected. */
  TestDatabase copy() throws SQLException {
    return new TestDatabase(this);
  }

  /** In the order of their versions, {@code V10} after {@code V9}. */
  private static List<Path> migrations() throws IOException {
    try (Stream<Path> files = Files.list(MIGRATIONS)) {
      return files.sorted(Comparator.comparingInt(TestDatabase::version)).toList();
    }
  }

  private static int version(Path migration) {
    String name = String.valueOf(migration.getFileName());
    return Integer.parseInt(name.substring(1, name.indexOf("__")));
  }

  private static EmbeddedPostgres start() {
    try {
      EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
      try (Connection connection = postgres.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(Files.readString(ROLES).replaceAll("\\$\\{[A-Z_]+}", PASSWORD));
      }
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  String url() {
    return "jdbc:postgresql://localhost:" + POSTGRES.getPort() + "/" + name;
  }

  LogDatabase open() throws SQLException {
    return LogDatabase.open(url(), SEQUENCER, PASSWORD);
  }

  Connection connect(String role) throws SQLException {
    return DriverManager.getConnection(url(), role, PASSWORD);
  }

  /** As one who may do anything, past triggers too. */
  void asSuperuser(String sql) throws SQLException {
    try (Connection connection = POSTGRES.getDatabase("postgres", name).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set session_replication_role = 'replica'");
      statement.execute(sql);
    }
  }

  /** The first column of each row, as text. */
  List<String> texts(String sql) throws SQLException {
    try (Connection connection = POSTGRES.getDatabase("postgres", name).getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  /** The first column of each row. */
  List<Long> longs(String sql) throws SQLException {
    try (Connection connection = POSTGRES.getDatabase("postgres", name).getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<Long> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getLong(1));
      }
      return values;
    }
  }
}
