package org.safehand.launcher.keycloak;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.safehand.launcher.archive.ServerFolder;
import org.safehand.launcher.fault.LaunchCode;
import org.safehand.launcher.fault.LaunchException;
import org.safehand.launcher.http.TrustedClient;
import org.safehand.launcher.place.Installation;
import org.safehand.launcher.place.PrivateFiles;
import org.safehand.launcher.place.Secrets;
import org.safehand.launcher.place.VarFolder;
import org.safehand.launcher.port.PortName;
import org.safehand.launcher.port.Ports;
import org.safehand.launcher.postgres.DatabaseAddress;
import org.safehand.launcher.postgres.Databases;
import org.safehand.launcher.postgres.Role;
import org.safehand.launcher.process.Child;
import org.safehand.launcher.process.ChildSpec;
import org.safehand.launcher.process.Children;

/** Runs the identity provider of one platform. */
public final class KeycloakServer {
  public static final String NAME = "keycloak";

  /** The client of the launcher and of tests that administers the provider. */
  public static final String ADMINISTRATION = "safehand-launcher";

  /** Goes up with each change of the realm that a gateway of this version relies on. */
  private static final String REVISION = "2";

  private static final String BOOTSTRAP_SECRET = "keycloak-bootstrap";
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Installation installation;
  private final VarFolder folder;
  private final Ports ports;
  private final Secrets secrets;
  private final Children children;

  public KeycloakServer(
      Installation installation,
      VarFolder folder,
      Ports ports,
      Secrets secrets,
      Children children) {
    this.installation = requireNonNull(installation, "installation is null");
    this.folder = requireNonNull(folder, "folder is null");
    this.ports = requireNonNull(ports, "ports is null");
    this.secrets = requireNonNull(secrets, "secrets is null");
    this.children = requireNonNull(children, "children is null");
  }

  /** The address of the server. */
  public static String origin(Ports ports) {
    return "https://localhost:" + ports.number(PortName.KEYCLOAK);
  }

  /** The issuer of tokens. */
  public static String issuer(Ports ports) {
    return origin(ports) + "/realms/safehand";
  }

  /** The secret of the gateway's own client. */
  public static String webSecret(Secrets secrets) throws IOException {
    return secrets.password(Realm.WEB_SECRET);
  }

  /** The secret of {@link #ADMINISTRATION}. */
  public static String administrationSecret(Secrets secrets) throws IOException {
    return secrets.password(BOOTSTRAP_SECRET);
  }

  /** Unpacks and builds the server where that is still to do. */
  public void prepare() throws IOException, InterruptedException, LaunchException {
    new KeycloakHome(installation, new ServerFolder(installation.servers()), children)
        .at(folder.keycloak());
  }

  /** Starts the server and returns when the realm answers. */
  public void start(DatabaseAddress database, String gatewayOrigin)
      throws IOException, InterruptedException, LaunchException {
    ServerFolder servers = new ServerFolder(installation.servers());
    if (children.running(NAME)) {
      return;
    }
    boolean first = !Files.exists(imported());
    if (!first && !Files.readString(imported()).equals(REVISION)) {
      throw new LaunchException(
          LaunchCode.REALM_OUTDATED,
          folder.keycloak()
              + " holds a realm that an older version imported, and a realm is never overwritten;"
              + " delete the state folder and start afresh");
    }
    Path home = new KeycloakHome(installation, servers, children).at(folder.keycloak());
    Path realm = home.resolve("data/import/safehand-realm.json");
    if (first) {
      Realm source = new Realm(installation.config("keycloak"), secrets, folder.secrets());
      PrivateFiles.write(realm, source.filled(gatewayOrigin));
    }
    Child child = children.start(spec(home, database, first));
    HttpClient client = TrustedClient.of(folder.pki().resolve("root.pem"));
    child.awaitReady(() -> answers(client), PATIENCE);
    if (first) {
      new MasterRealm(URI.create(origin(ports)), client)
          .tighten(ADMINISTRATION, administrationSecret(secrets));
      Files.delete(realm);
      PrivateFiles.write(imported(), REVISION);
    }
  }

  private Path imported() {
    return folder.keycloak().resolve("imported");
  }

  private ChildSpec spec(Path home, DatabaseAddress database, boolean first) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "start",
                "--optimized",
                "--cache=local",
                "--log-console-color=false",
                "--http-enabled=false",
                "--http-host=127.0.0.1",
                "--https-port=" + ports.number(PortName.KEYCLOAK),
                "--https-protocols=TLSv1.3",
                "--https-certificate-file=" + folder.pki().resolve("keycloak.pem"),
                "--https-certificate-key-file=" + folder.pki().resolve("keycloak-key.pem"),
                "--https-trust-store-file=" + folder.pki().resolve("machine-ca.pem"),
                "--truststore-paths=" + folder.pki().resolve("tls-ca.pem"),
                "--http-management-host=127.0.0.1",
                "--http-management-port=" + ports.number(PortName.KEYCLOAK_MANAGEMENT),
                "--hostname=" + origin(ports),
                "--db-url=" + database.url(Databases.KEYCLOAK),
                "--db-username=" + Role.KEYCLOAK.login()));
    if (first) {
      arguments.add("--import-realm");
    }
    Map<String, String> environment =
        Map.of(
            "KC_DB_PASSWORD", secrets.password(Role.KEYCLOAK.login()),
            "KC_BOOTSTRAP_ADMIN_CLIENT_ID", ADMINISTRATION,
            "KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", administrationSecret(secrets));
    List<String> command = KeycloakHome.command(home, arguments.toArray(String[]::new));
    return new ChildSpec(NAME, command, environment, home);
  }

  private boolean answers(HttpClient client) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(issuer(ports) + "/.well-known/openid-configuration"))
              .timeout(Duration.ofSeconds(5))
              .build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
