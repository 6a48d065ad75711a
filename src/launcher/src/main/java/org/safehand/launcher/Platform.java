package org.safehand.launcher;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.safehand.launcher.fault.LaunchCode;
import org.safehand.launcher.fault.LaunchException;
import org.safehand.launcher.gateway.GatewayEnvironment;
import org.safehand.launcher.gateway.GatewayKeys;
import org.safehand.launcher.http.TrustedClient;
import org.safehand.launcher.keycloak.KeycloakServer;
import org.safehand.launcher.keycloak.Machine;
import org.safehand.launcher.keycloak.Person;
import org.safehand.launcher.place.Installation;
import org.safehand.launcher.place.Secrets;
import org.safehand.launcher.place.VarFolder;
import org.safehand.launcher.port.Ports;
import org.safehand.launcher.process.Children;
import org.safehand.launcher.stage.Progress;
import org.safehand.launcher.wildfly.WildFlyServer;

/**
 * One running Safehand: everything on one state folder and one set of ports. Several may run side
 * by side on different folders and ports.
 */
public final class Platform {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Installation installation;
  private final VarFolder folder;
  private final Ports ports;
  private final Children children;
  private final Secrets secrets;

  public Platform(Installation installation, VarFolder folder, Ports ports) {
    this.installation = requireNonNull(installation, "installation is null");
    this.folder = requireNonNull(folder, "folder is null");
    this.ports = requireNonNull(ports, "ports is null");
    this.children = new Children(folder);
    this.secrets = new Secrets(folder.secrets(), new SecureRandom());
  }

  /** Starts what is not running. On failure, what this call has started is ended again. */
  public void up(Progress progress) throws LaunchException, InterruptedException {
    new PlatformStart(this, new BouncyCastleProvider(), new SecureRandom(), Clock.systemUTC())
        .run(progress);
  }

  /** Stops everything; data is kept. */
  public void down(Progress progress) throws LaunchException {
    try {
      for (PlatformServer server : PlatformServer.stopOrder()) {
        long start = System.nanoTime();
        if (server.stop(children, PATIENCE)) {
          progress.done(server.label() + " stopped", Duration.ofNanos(System.nanoTime() - start));
        }
      }
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** Whether any server of this platform runs. */
  public boolean running() throws LaunchException {
    try {
      for (PlatformServer server : PlatformServer.values()) {
        if (children.running(server.processName())) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** Ends a server's process at once, as a power failure would. */
  public void kill(PlatformServer server) throws LaunchException {
    try {
      children.kill(server.processName());
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** Stops the gateway in order. */
  public void stopGateway() throws LaunchException {
    try {
      PlatformServer.GATEWAY.stop(children, PATIENCE);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** Starts the gateway alone, as it was configured before. */
  public void startGateway() throws LaunchException, InterruptedException {
    startGateway(Map.of());
  }

  /** Starts the gateway alone, with some variables set otherwise. */
  public void startGateway(Map<String, String> overrides)
      throws LaunchException, InterruptedException {
    try {
      Map<String, String> environment = environment();
      environment.putAll(overrides);
      new WildFlyServer(installation, folder, children).start(environment);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** The people who can sign in. */
  public List<Person> people() throws LaunchException {
    try {
      return Person.read(installation.config("keycloak").resolve("people.json"));
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** The machines that have a client of their own. */
  public List<Machine> machines() throws LaunchException {
    try {
      return Machine.read(installation.config("keycloak").resolve("machines.json"));
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** The password with which that person signs in for the first time. */
  public String oneTimePassword(Person person) throws LaunchException {
    try {
      return secrets.password(person.secretName());
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** A client that trusts this platform's servers. */
  public HttpClient client() throws LaunchException {
    try {
      return TrustedClient.of(rootCertificate());
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** The root certificate of the development authorities, PEM. */
  public Path rootCertificate() {
    return folder.pki().resolve("root.pem");
  }

  /** The gateway's origin, for example {@code https://localhost:8443}. */
  public String origin() {
    return GatewayEnvironment.origin(ports);
  }

  /** The issuer of tokens. */
  public String issuer() {
    return KeycloakServer.issuer(ports);
  }

  public Installation installation() {
    return installation;
  }

  public VarFolder folder() {
    return folder;
  }

  public Ports ports() {
    return ports;
  }

  /** The log of a server. */
  public Path log(PlatformServer server) {
    return children.log(server.processName());
  }

  Children children() {
    return children;
  }

  /** The generated passwords. */
  public Secrets secrets() {
    return secrets;
  }

  GatewayKeys gatewayKeys() {
    return new GatewayKeys(folder, new SecureRandom());
  }

  Map<String, String> environment() throws IOException {
    return new GatewayEnvironment(folder, ports, secrets, gatewayKeys()).variables();
  }

  static LaunchException unusable(Exception reason) {
    return new LaunchException(
        LaunchCode.STATE_UNUSABLE, "state folder: " + reason.getMessage(), reason);
  }
}
