package org.safehand.launcher.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.safehand.launcher.fault.LaunchCode;
import org.safehand.launcher.fault.LaunchException;
import org.safehand.launcher.place.Secrets;

/** Makes roles and databases, their schema, and sets the roles' passwords to the kept ones. */
public final class Databases {
  public static final String SAFEHAND = "safehand";
  public static final String KEYCLOAK = "keycloak";

  /** Owns Safehand's database and all that is in it, and never logs in. */
  static final String OWNER = "safehand_owner";

  private final DatabaseAddress address;
  private final Path configuration;
  private final Secrets secrets;

  /**
   * @param configuration the folder with {@code roles.sql}, {@code grants.sql} and {@code
   *     handles.sql}
   */
  public Databases(DatabaseAddress address, Path configuration, Secrets secrets) {
    this.address = requireNonNull(address, "address is null");
    this.configuration = requireNonNull(configuration, "configuration is null");
    this.secrets = requireNonNull(secrets, "secrets is null");
  }

  /** May be run again; what exists is kept, and brought to the version of the store. */
  public void prepare() throws IOException, LaunchException {
    makeRolesAndDatabases();
    new Migrations(address).apply(secrets.password(Role.MIGRATE.login()));
    keepHandles();
  }

  private void makeRolesAndDatabases() throws IOException, LaunchException {
    String password = secrets.password(Role.SUPERUSER.login());
    try (Connection connection = address.connect("postgres", Role.SUPERUSER, password)) {
      run(connection, filled("roles.sql"));
      database(connection, SAFEHAND, OWNER);
      database(connection, KEYCLOAK, Role.KEYCLOAK.login());
      run(connection, filled("grants.sql"));
    } catch (SQLException e) {
      throw new LaunchException(
          LaunchCode.DATABASE_NOT_PREPARED, "roles and databases: " + e.getMessage(), e);
    }
  }

  private void keepHandles() throws IOException, LaunchException {
    String password = secrets.password(Role.MIGRATE.login());
    try (Connection connection = address.connect(SAFEHAND, Role.MIGRATE, password)) {
      run(connection, filled("handles.sql"));
    } catch (SQLException e) {
      throw new LaunchException(
          LaunchCode.DATABASE_NOT_PREPARED, "handles of views: " + e.getMessage(), e);
    }
  }

  private static void database(Connection connection, String name, String owner)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select 1 from pg_database where datname = ?")) {
      query.setString(1, name);
      if (query.executeQuery().next()) {
        return;
      }
    }
    run(connection, "create database " + name + " owner " + owner);
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String filled(String script) throws IOException {
    String sql = Files.readString(configuration.resolve(script), UTF_8);
    for (Role role : Role.values()) {
      sql = sql.replace("${" + role.placeholder() + "}", secrets.password(role.login()));
    }
    return sql;
  }
}
