package org.safehand.launcher.archive;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The versions of the servers this build was made for.
 *
 * @param wildfly the application server
 * @param keycloak the identity provider
 * @param postgresDriver the JDBC driver
 * @param postgres the database server's binaries
 */
public record Versions(String wildfly, String keycloak, String postgresDriver, String postgres) {
  /** As the build wrote them. */
  public static Versions built() {
    Properties versions = new Properties();
    try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
      versions.load(requireNonNull(in, "versions.properties is missing"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Versions(
        versions.getProperty("wildfly"),
        versions.getProperty("keycloak"),
        versions.getProperty("postgresql"),
        versions.getProperty("postgresql.binaries"));
  }
}
