package org.safehand.launcher.fault;

import static java.util.Objects.requireNonNull;

/** Every reason for which the launcher stops, with its exit code. */
public enum LaunchCode {
  /** The command line is not one the launcher knows. */
  USAGE("launch-usage", 2),
  /** A jar, the EAR or a server archive is not there; the build has not run. */
  NOT_BUILT("not-built", 9),
  /** A port of the platform is in use by another program. */
  PORT_TAKEN("port-taken", 7),
  /** A port variable is not a number between 1 and 65535. */
  PORT_INVALID("port-invalid", 2),
  /** The state folder was first started on other ports, which its certificates and clients name. */
  PORTS_CHANGED("ports-changed", 7),
  /**
   * The state folder holds a realm that an older version imported; a realm is never overwritten.
   */
  REALM_OUTDATED("realm-outdated", 7),
  /** A program of the operating system that is needed is not installed. */
  TOOL_MISSING("tool-missing", 9),
  /** No server binaries exist for this operating system and processor. */
  PLATFORM_UNSUPPORTED("platform-unsupported", 9),
  /** A server process ended before it was ready. */
  SERVER_DIED("server-died", 9),
  /** A server process runs but was not ready in time. */
  SERVER_NOT_READY("server-not-ready", 9),
  /** The server started, but reports errors. */
  SERVER_UNHEALTHY("server-unhealthy", 9),
  /** A server process did not end when told to. */
  SERVER_NOT_STOPPED("server-not-stopped", 9),
  /** A configuration command of the server failed. */
  SERVER_NOT_CONFIGURED("server-not-configured", 9),
  /** The database could not be prepared. */
  DATABASE_NOT_PREPARED("database-not-prepared", 9),
  /** The people of the bootstrap file are not such as the gateway can begin with. */
  BOOTSTRAP_REFUSED("bootstrap-refused", 2),
  /** There are people already: the first ones are put in once. */
  BOOTSTRAP_DONE("bootstrap-done", 7),
  /** The file with the first registry is malformed or contradicts itself. */
  REGISTRY_REFUSED("registry-refused", 2),
  /** There is a registry already: the first one is put in once. */
  REGISTRY_DONE("registry-done", 7),
  /** A file of the state folder could not be read or written. */
  STATE_UNUSABLE("state-unusable", 9),
  /** Another launcher is at work on the same state folder. */
  BUSY("launcher-busy", 7),
  /** The JDK is older than 17; said by the script, before Java runs. */
  JAVA_TOO_OLD("java-too-old", 9),
  /** Node is older than 18; said by the script. */
  NODE_TOO_OLD("node-too-old", 9),
  /** The build failed; said by the script. */
  BUILD_FAILED("build-failed", 9),
  /** The platform is not running. */
  NOT_RUNNING("not-running", 7),
  /** A step of the demonstration did not hold. */
  DEMO_FAILED("demo-failed", 1);

  private final String wire;
  private final int exit;

  LaunchCode(String wire, int exit) {
    this.wire = requireNonNull(wire, "wire is null");
    this.exit = exit;
  }

  /** The stable code as users see it. */
  public String wire() {
    return wire;
  }

  /** The exit code of the launcher's process. */
  public int exit() {
    return exit;
  }
}
