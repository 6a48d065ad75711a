package org.safehand.launcher.place;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * The state of one platform: databases, keys, logs, pid files, and what the demonstration leaves.
 *
 * @param root its top folder
 */
public record VarFolder(Path root) {
  public VarFolder {
    root = requireNonNull(root, "root is null").toAbsolutePath().normalize();
  }

  public Path secrets() {
    return root.resolve("secrets");
  }

  public Path logs() {
    return root.resolve("log");
  }

  public Path pids() {
    return root.resolve("run");
  }

  public Path postgres() {
    return root.resolve("postgres");
  }

  public Path keycloak() {
    return root.resolve("keycloak");
  }

  /** WildFly's server base folder. */
  public Path wildfly() {
    return root.resolve("wildfly");
  }

  /** Certificates and keys the gateway uses. */
  public Path pki() {
    return root.resolve("pki");
  }

  /** Keys of the development authorities; only the authority process and the launcher read it. */
  public Path authorities() {
    return root.resolve("authorities");
  }

  /** Revocation lists, DER. */
  public Path crls() {
    return root.resolve("crl");
  }

  /** Segments at rest. */
  public Path vault() {
    return root.resolve("vault");
  }

  /** What strangers tried and were refused, as the gateway wrote it down. */
  public Path audit() {
    return root.resolve("audit");
  }

  /** The public trust folder. */
  public Path trust() {
    return root.resolve("trust");
  }

  /** The demo agency's server: keys and what it received. */
  public Path agency() {
    return root.resolve("agency");
  }

  /** The pick-up agency's keys; it runs no server. */
  public Path pickUpAgency() {
    return root.resolve("agency-south");
  }

  /** The sequencer's own state, outside the database. */
  public Path sequencer() {
    return root.resolve("sequencer");
  }

  /** The witness's key and memory; only the witness and the launcher read it. */
  public Path witness() {
    return root.resolve("witness");
  }

  /** The endpoint registry that the gateway began with. */
  public Path endpoints() {
    return root.resolve("endpoints.json");
  }

  public Path demo() {
    return root.resolve("demo");
  }
}
