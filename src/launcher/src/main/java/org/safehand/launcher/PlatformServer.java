package org.safehand.launcher;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.safehand.launcher.agency.AgencyServer;
import org.safehand.launcher.authority.AuthorityProcess;
import org.safehand.launcher.fault.LaunchException;
import org.safehand.launcher.keycloak.KeycloakServer;
import org.safehand.launcher.port.PortName;
import org.safehand.launcher.postgres.PostgresServer;
import org.safehand.launcher.process.Children;
import org.safehand.launcher.sequencer.SequencerServer;
import org.safehand.launcher.wildfly.WildFlyServer;
import org.safehand.launcher.witness.WitnessProcess;

/** The servers of a platform. */
public enum PlatformServer {
  POSTGRES(PostgresServer.NAME, "PostgreSQL"),
  AUTHORITIES(AuthorityProcess.NAME, "Certificate and time-stamp authorities"),
  KEYCLOAK(KeycloakServer.NAME, "Keycloak"),
  WITNESS(WitnessProcess.NAME, "Witness"),
  SEQUENCER(SequencerServer.NAME, "Sequencer"),
  AGENCY(AgencyServer.NAME, "Receiving agency"),
  GATEWAY(WildFlyServer.NAME, "Gateway");

  private final String processName;
  private final String label;

  PlatformServer(String processName, String label) {
    this.processName = requireNonNull(processName, "processName is null");
    this.label = requireNonNull(label, "label is null");
  }

  /** The name of its log and pid file. */
  public String processName() {
    return processName;
  }

  /** Its name for people. */
  public String label() {
    return label;
  }

  /** The ports it listens on. */
  public List<PortName> ports() {
    return switch (this) {
      case POSTGRES -> List.of(PortName.POSTGRES);
      case AUTHORITIES -> List.of(PortName.AUTHORITIES);
      case KEYCLOAK -> List.of(PortName.KEYCLOAK, PortName.KEYCLOAK_MANAGEMENT);
      case WITNESS -> List.of(PortName.WITNESS);
      case SEQUENCER -> List.of();
      case AGENCY -> List.of(PortName.AGENCY);
      case GATEWAY -> List.of(PortName.GATEWAY, PortName.MACHINE, PortName.MANAGEMENT);
    };
  }

  /** In which order servers stop: nobody loses what it still needs. */
  static List<PlatformServer> stopOrder() {
    return List.of(GATEWAY, AGENCY, SEQUENCER, WITNESS, KEYCLOAK, AUTHORITIES, POSTGRES);
  }

  boolean stop(Children children, Duration patience) throws IOException, LaunchException {
    // PostgreSQL ends at SIGTERM only when the last client has left; SIGINT is its fast shutdown
    return this == POSTGRES
        ? children.interrupt(processName, patience)
        : children.stop(processName, patience);
  }
}
