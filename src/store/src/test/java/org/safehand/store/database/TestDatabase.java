package org.safehand.store.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One database of its own on one PostgreSQL for the whole test run, with the roles that exist in
 * operation.
 */
public final class TestDatabase {
  private static final EmbeddedPostgres SERVER = start();
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String name = "safehand" + COUNT.incrementAndGet();

  private TestDatabase() {
    superuser("CREATE DATABASE " + name + " OWNER safehand_owner", "postgres");
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

  /** Runs every migration that has not run yet, as the owner. */
  public MigrateResult migrate() {
    return Flyway.configure()
        .dataSource(as("safehand_owner"))
        .locations("classpath:db/migration")
        .validateMigrationNaming(true)
        .load()
        .migrate();
  }

  /** Connections of {@code role}. */
  public DataSource as(String role) {
    return SERVER.getDatabase(role, name);
  }

  /** Runs one statement as {@code role}. */
  public void run(String role, String sql) throws SQLException {
    try (Connection connection = as(role).getConnection();
        Statement statement = connection.createStatement()) {
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
        end $$""");
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

  /** The persistence unit of the gateway on this database, with the gateway's role. */
  public EntityManagerFactory entities() {
    return entities(as("safehand_app"));
  }

  /** The persistence unit on a port where nothing listens. */
  public static EntityManagerFactory unreachable() {
    PGSimpleDataSource nowhere = new PGSimpleDataSource();
    nowhere.setServerNames(new String[] {"127.0.0.1"});
    nowhere.setPortNumbers(new int[] {1});
    return entities(nowhere);
  }

  private static EntityManagerFactory entities(DataSource connections) {
    return Persistence.createEntityManagerFactory(
        "safehand",
        Map.of(
            "jakarta.persistence.transactionType",
            "RESOURCE_LOCAL",
            "jakarta.persistence.jtaDataSource",
            connections,
            "jakarta.persistence.nonJtaDataSource",
            connections,
            "hibernate.boot.allow_jdbc_metadata_access",
            false,
            "jakarta.persistence.database-product-name",
            "PostgreSQL",
            "jakarta.persistence.database-major-version",
            18));
  }

  private static EmbeddedPostgres start() {
    try {
      EmbeddedPostgres server = EmbeddedPostgres.builder().start();
      try (Connection connection = server.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE ROLE safehand_owner LOGIN");
        statement.execute("CREATE ROLE safehand_app LOGIN");
        statement.execute("CREATE ROLE safehand_sequencer LOGIN");
      }
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("the roles could not be made", e);
    }
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
