package org.safehand.store;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Map;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;
import org.safehand.store.unit.ViewHandle;

/**
 * Where the store finds what is not in the database.
 *
 * @param vault folder of the evidence vault
 * @param kek PKCS#12 file with the key encryption key
 * @param password of that file
 * @param nodeKey PEM file with this node's Ed25519 key
 * @param nodeId this node's name in the custody log
 * @param handle with which views of the rows are entered
 */
public record StoreConfiguration(
    Path vault, Path kek, String password, Path nodeKey, String nodeId, ViewHandle handle) {
  public StoreConfiguration {
    requireNonNull(vault, "vault is null");
    requireNonNull(kek, "kek is null");
    requireNonNull(password, "password is null");
    requireNonNull(nodeKey, "nodeKey is null");
    requireNonNull(nodeId, "nodeId is null");
    requireNonNull(handle, "handle is null");
  }

  /**
   * What was a limit of each node for itself and is a setting now. A node on which it is still set
   * does not start, so that nobody believes it counts.
   */
  private static final String NOT_ANY_MORE = "SAFEHAND_LOG_STALE_LIMIT";

  /**
   * The configuration in the environment: {@code SAFEHAND_VAULT}, {@code SAFEHAND_KEK}, {@code
   * SAFEHAND_PKI_PASSWORD}, {@code SAFEHAND_NODE_KEY}, {@code SAFEHAND_NODE_ID}, and the password
   * of {@code face}'s database role, {@code SAFEHAND_EDGE_DB_PASSWORD} or {@code
   * SAFEHAND_DISPATCHER_DB_PASSWORD}.
   *
   * @throws StoreException {@link StoreCode#CONFIGURATION_MISSING} when one is absent or empty
   * @throws IllegalArgumentException if SAFEHAND_LOG_STALE_LIMIT is set, which does not count
   */
  public static StoreConfiguration of(Face face, Map<String, String> environment) {
    if (environment.containsKey(NOT_ANY_MORE)) {
      throw new IllegalArgumentException(
          NOT_ANY_MORE + " does not count any more: two people change the setting logStaleMinutes");
    }
    return new StoreConfiguration(
        Path.of(required(environment, "SAFEHAND_VAULT")),
        Path.of(required(environment, "SAFEHAND_KEK")),
        required(environment, "SAFEHAND_PKI_PASSWORD"),
        Path.of(required(environment, "SAFEHAND_NODE_KEY")),
        required(environment, "SAFEHAND_NODE_ID"),
        ViewHandle.ofPassword(required(environment, face.password())));
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isEmpty()) {
      throw new StoreException(StoreCode.CONFIGURATION_MISSING, name + " is not set");
    }
    return value;
  }

  /** Never the password. */
  @Override
  public String toString() {
    return "StoreConfiguration[vault=" + vault + ", nodeId=" + nodeId + "]";
  }
}
