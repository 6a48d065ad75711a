package org.safehand.launcher.postgres;

import static java.util.Objects.requireNonNull;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.safehand.launcher.fault.LaunchCode;
import org.safehand.launcher.fault.LaunchException;

/** Brings the schema to the version of the store, before any server uses it. */
final class Migrations {
  private final DatabaseAddress address;

  Migrations(DatabaseAddress address) {
    this.address = requireNonNull(address, "address is null");
  }

  /** Applies what is missing; who runs it logs in and becomes the owner. */
  void apply(String password) throws LaunchException {
    try {
      Flyway.configure(Migrations.class.getClassLoader())
          .dataSource(address.url(Databases.SAFEHAND), Role.MIGRATE.login(), password)
          .initSql("set role " + Databases.OWNER)
          .locations("classpath:db/migration")
          .failOnMissingLocations(true)
          .validateMigrationNaming(true)
          .cleanDisabled(true)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new LaunchException(
          LaunchCode.DATABASE_NOT_PREPARED, "migration failed: " + e.getMessage(), e);
    }
  }
}
