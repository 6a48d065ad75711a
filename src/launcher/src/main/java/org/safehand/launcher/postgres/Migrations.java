package org.safehand.launcher.postgres;

import static java.util.Objects.requireNonNull;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.safehand.launcher.fault.LaunchCode;
import org.safehand.launcher.fault.LaunchException;

/** Brings the schema to the version of the store, before any server uses it. */
public final class Migrations {
  private final DatabaseAddress address;

  public Migrations(DatabaseAddress address) {
    this.address = requireNonNull(address, "address is null");
  }

  /** Applies what is missing, as the owner role. */
  public void apply(String ownerPassword) throws LaunchException {
    try {
      Flyway.configure(Migrations.class.getClassLoader())
          .dataSource(address.url(Databases.SAFEHAND), Role.OWNER.login(), ownerPassword)
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
