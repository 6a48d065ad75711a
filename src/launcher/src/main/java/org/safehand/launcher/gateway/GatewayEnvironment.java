package org.safehand.launcher.gateway;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.safehand.launcher.keycloak.ClientKey;
import org.safehand.launcher.keycloak.KeycloakServer;
import org.safehand.launcher.place.Secrets;
import org.safehand.launcher.place.VarFolder;
import org.safehand.launcher.port.PortName;
import org.safehand.launcher.port.Ports;
import org.safehand.launcher.postgres.DatabaseAddress;
import org.safehand.launcher.postgres.Databases;
import org.safehand.launcher.postgres.Role;

/** The environment of the gateway's process. */
public final class GatewayEnvironment {
  /** The first line of every checkpoint of this log. */
  public static final String LOG_ORIGIN = "safehand.example.org/log";

  /**
   * How often checkpoints and the audit file are anchored here, and revocation lists fetched; the
   * gateway's own is PT1H.
   */
  private static final String OFTEN = "PT1M";

  /** The secret that protects every PKCS #12 file. */
  public static final String PKI_PASSWORD = "pki";

  private final VarFolder folder;
  private final Ports ports;
  private final Secrets secrets;
  private final GatewayKeys keys;

  public GatewayEnvironment(VarFolder folder, Ports ports, Secrets secrets, GatewayKeys keys) {
    this.folder = requireNonNull(folder, "folder is null");
    this.ports = requireNonNull(ports, "ports is null");
    this.secrets = requireNonNull(secrets, "secrets is null");
    this.keys = requireNonNull(keys, "keys is null");
  }

  /** The gateway's own origin, as browsers see it. */
  public static String origin(Ports ports) {
    return "https://localhost:" + ports.number(PortName.GATEWAY);
  }

  /** Every variable with its value. */
  public Map<String, String> variables() throws IOException {
    DatabaseAddress database = new DatabaseAddress(ports.number(PortName.POSTGRES));
    Map<String, String> variables = new TreeMap<>();
    variables.put("SAFEHAND_FACES", "both");
    variables.put("SAFEHAND_ORIGIN", origin(ports));
    variables.put("SAFEHAND_ISSUER", KeycloakServer.issuer(ports));
    variables.put("SAFEHAND_WEB_SECRET", KeycloakServer.webSecret(secrets));
    variables.put("SAFEHAND_STEP_UP_KEY", text(ClientKey.STEP_UP.file(folder.secrets())));
    variables.put("SAFEHAND_PKI", text(folder.pki()));
    variables.put("SAFEHAND_PKI_PASSWORD", secrets.password(PKI_PASSWORD));
    variables.put("SAFEHAND_SEAL_KEY", text(folder.pki().resolve("gateway-seal.p12")));
    variables.put("SAFEHAND_CRL", text(folder.crls()));
    variables.put("SAFEHAND_REVOCATION_REFRESH", OFTEN);
    variables.put("SAFEHAND_DB_URL", database.url(Databases.SAFEHAND));
    variables.put("SAFEHAND_EDGE_DB_PASSWORD", secrets.password(Role.EDGE.login()));
    variables.put("SAFEHAND_DISPATCHER_DB_PASSWORD", secrets.password(Role.DISPATCHER.login()));
    variables.put("SAFEHAND_VAULT", text(folder.vault()));
    variables.put("SAFEHAND_KEK", text(keys.kek()));
    variables.put("SAFEHAND_NODE_KEY", text(keys.nodeKey()));
    variables.put("SAFEHAND_NODE_ID", GatewayKeys.NODE_ID);
    variables.put("SAFEHAND_NODE_KEYS", text(keys.nodeKeys()));
    variables.put("SAFEHAND_TSA_URL", authorities(ports) + "/tsa");
    variables.put("SAFEHAND_TRUST", text(folder.trust()));
    variables.put("SAFEHAND_LOG_ORIGIN", LOG_ORIGIN);
    variables.put("SAFEHAND_ANCHOR_PERIOD", OFTEN);
    variables.put("SAFEHAND_AUDIT_DIR", text(folder.audit()));
    variables.put("SAFEHAND_AUDIT_ANCHOR_PERIOD", OFTEN);
    for (PortName port : new PortName[] {PortName.GATEWAY, PortName.MACHINE, PortName.MANAGEMENT}) {
      variables.put(port.variable(), Integer.toString(ports.number(port)));
    }
    return variables;
  }

  /** Where the development authorities answer, without trailing slash. */
  public static String authorities(Ports ports) {
    return "http://localhost:" + ports.number(PortName.AUTHORITIES);
  }

  private static String text(Path path) {
    return path.toString();
  }
}
