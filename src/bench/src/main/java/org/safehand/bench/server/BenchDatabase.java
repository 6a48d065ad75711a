package org.safehand.bench.server;

import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.safehand.launcher.archive.ServerFolder;
import org.safehand.launcher.fault.LaunchException;
import org.safehand.launcher.place.Secrets;
import org.safehand.launcher.postgres.DatabaseAddress;
import org.safehand.launcher.postgres.Databases;
import org.safehand.launcher.postgres.PostgresServer;
import org.safehand.launcher.postgres.Role;

/**
 * PostgreSQL as it runs in operation, fsync on, with roles, grants and migrations, on a port of its
 * own.
 */
public final class BenchDatabase implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Workplace workplace;
  private final Secrets secrets;
  private final DatabaseAddress address;

  private BenchDatabase(Workplace workplace, Secrets secrets, DatabaseAddress address) {
    this.workplace = requireNonNull(workplace, "workplace is null");
    this.secrets = requireNonNull(secrets, "secrets is null");
    this.address = requireNonNull(address, "address is null");
  }

  /** Starts the server and makes an empty, migrated database. */
  public static BenchDatabase start(Workplace workplace)
      throws IOException, InterruptedException, LaunchException {
    Secrets secrets = new Secrets(workplace.folder().secrets(), new SecureRandom());
    BenchDatabase database = new BenchDatabase(workplace, secrets, new DatabaseAddress(freePort()));
    Path configuration = workplace.installation().config("postgresql");
    new PostgresServer(
            workplace.folder(),
            configuration,
            new ServerFolder(workplace.installation().servers()),
            workplace.children(),
            secrets)
        .start(database.address);
    new Databases(database.address, configuration, secrets).prepare();
    return database;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Where it listens. */
  public DatabaseAddress address() {
    return address;
  }

  /** The passwords of its roles. */
  public Secrets secrets() {
    return secrets;
  }

  /** A copy of the database as it is now, which nobody may be connected to. */
  public void copyTo(String name) throws SQLException, IOException {
    run("create database " + name + " template " + Databases.SAFEHAND);
  }

  /** A connection of the superuser to the database {@code name}; it commits by itself. */
  public Connection connect(String name) throws SQLException, IOException {
    return DriverManager.getConnection(
        address.url(name), Role.SUPERUSER.login(), secrets.password(Role.SUPERUSER.login()));
  }

  /** A connection of the superuser to Safehand's database. */
  public Connection connect() throws SQLException, IOException {
    return connect(Databases.SAFEHAND);
  }

  /** Runs statements as the superuser. */
  public void run(String sql) throws SQLException, IOException {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** A pool of at most {@code connections} of {@code role}. */
  HikariDataSource pool(Role role, int connections) throws IOException {
    HikariConfig configuration = new HikariConfig();
    configuration.setJdbcUrl(address.url(Databases.SAFEHAND));
    configuration.setUsername(role.login());
    configuration.setPassword(secrets.password(role.login()));
    configuration.setMaximumPoolSize(connections);
    return new HikariDataSource(configuration);
  }

  /** Ends the server and deletes its data. */
  @Override
  public void close() throws IOException, LaunchException {
    // SIGINT is the fast shutdown
    workplace.children().interrupt(PostgresServer.NAME, PATIENCE);
    ServerFolder.delete(workplace.folder().postgres());
    Files.deleteIfExists(workplace.folder().sequencer().resolve("head"));
  }
}
