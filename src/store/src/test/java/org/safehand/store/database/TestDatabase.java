package org.safehand.store.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.postgresql.ds.PGSimpleDataSource;
import org.safehand.store.unit.ViewHandle;

/**
 * One database of its own on one PostgreSQL for the whole test run, with the roles that exist in
 * operation, and {@link #BOTH}.
 */
public final class TestDatabase {
  /** A role of the tests, which does what either face does. */
  public static final String BOTH = "safehand_both";

  /** The handle of every role that may enter views. */
  public static final ViewHandle HANDLE = ViewHandle.ofPassword("only-for-this-test");

  private static final String OWNER = "safehand_owner";
  private static final String MIGRATE = "safehand_migrate";
  private static final Path CONFIGURATION = Path.of("../../config/postgresql");
  private static final EmbeddedPostgres SERVER = start();
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String name = "safehand" + COUNT.incrementAndGet();

  private TestDatabase() {
    superuser("CREATE DATABASE " + name + " OWNER safehand_owner", "postgres");
    superuser("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC", "postgres");
    superuser(
        "GRANT CONNECT ON DATABASE "
            + name
            + " TO safehand_migrate, safehand_edge, safehand_dispatcher, safehand_audit,"
            + " safehand_sequencer, safehand_both",
        "postgres");
  }

  /** An empty database. */
  public static TestDatabase empty() {
    return new TestDatabase();
  }

  /** A migrated database. */
  public static TestDatabase migrated() {
    TestDatabase database = empty();
    database.migrate();
    return database;
  }

  /** Runs every migration that has not run yet, as the owner, and lets the faces enter views. */
  public MigrateResult migrate() {
    MigrateResult result = migrate("latest");
    try {
      run(MIGRATE, configured("handles.sql"));
      run(
          OWNER,
          "insert into door.handle select '%s', digest from door.handle where role = 'safehand_edge'"
                  .formatted(BOTH)
              + " on conflict do nothing");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return result;
  }

  /** Runs the migrations up to {@code version}, as a database of that time has them. */
  public MigrateResult migrate(String version) {
    return Flyway.configure()
        .dataSource(as(MIGRATE))
        .initSql("set role " + OWNER)
        .locations("classpath:db/migration")
        .validateMigrationNaming(true)
        .target(version)
        .load()
        .migrate();
  }

  /** Connections of {@code role}. */
  public DataSource as(String role) {
    return SERVER.getDatabase(role, name);
  }

  /** Runs one statement as {@code role}. */
  public void run(String role, String sql) throws SQLException {
    boolean owner = role.equals(OWNER); // who does not log in
    try (Connection connection = as(owner ? MIGRATE : role).getConnection();
        Statement statement = connection.createStatement()) {
      if (owner) {
        statement.execute("set role " + OWNER);
      }
      statement.execute(sql);
    }
  }

  /** Takes every constraint away, as a superuser may, so that any column takes any value. */
  public void dropConstraints() throws SQLException {
    run(
        "postgres",
        """
        do $$ declare change text; begin
          for change in
            select format('alter table %s drop constraint if exists %I cascade', conrelid::regclass, conname)
              from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
          loop execute change; end loop;
          for change in
            select format('alter table %s alter %I drop not null', a.attrelid::regclass, a.attname)
              from pg_attribute a join pg_class c on c.oid = a.attrelid
              where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnotnull
                and a.attnum > 0
          loop execute change; end loop;
        end $$\
        """);
  }

  /** The single number that {@code sql} selects, read by the superuser. */
  public long count(String sql) {
    return Long.parseLong(text(sql));
  }

  /** The single text that {@code sql} selects, read by the superuser. */
  public String text(String sql) {
    try (Connection connection = SERVER.getDatabase("postgres", name).getConnection();
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The first column of every row that {@code sql} selects, read by the superuser. */
  public List<String> texts(String sql) {
    try (Connection connection = SERVER.getDatabase("postgres", name).getConnection();
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** A persistence unit of the gateway on this database, with a role that does for both faces. */
  public EntityManagerFactory entities() {
    return entities(as(BOTH));
  }

  /** A persistence unit of the gateway on this database, with {@code role}. */
  public EntityManagerFactory entities(String role) {
    return entities(as(role));
  }

  /** The persistence unit on a port where nothing listens. */
  public static EntityManagerFactory unreachable() {
    PGSimpleDataSource nowhere = new PGSimpleDataSource();
    nowhere.setServerNames(new String[] {"127.0.0.1"});
    nowhere.setPortNumbers(new int[] {1});
    return entities(nowhere);
  }

  /** A persistence unit of the gateway on {@code connections}. */
  public static EntityManagerFactory entities(DataSource connections) {
    return Persistence.createEntityManagerFactory(
        "safehand-edge",
        Map.of(
            "jakarta.persistence.transactionType",
            "RESOURCE_LOCAL",
            "jakarta.persistence.jtaDataSource",
            connections,
            "jakarta.persistence.nonJtaDataSource",
            connections));
  }

  private static EmbeddedPostgres start() {
    try {
      EmbeddedPostgres server = EmbeddedPostgres.builder().start();
      try (Connection connection = server.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(configured("roles.sql"));
        statement.execute(
            "create role " + BOTH + " login in role safehand_edge, safehand_dispatcher");
      }
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("the roles could not be made", e);
    }
  }

  /** A script of the configuration, with one password for all. */
  private static String configured(String script) throws IOException {
    return Files.readString(CONFIGURATION.resolve(script))
        .replaceAll("\\$\\{[A-Z_]+}", "only-for-this-test");
  }

  private static void superuser(String sql, String database) {
    try (Connection connection = SERVER.getDatabase("postgres", database).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
