package org.safehand.web.signin;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where this face stands, from the environment of the server's process.
 *
 * @param served false when this node runs the exchange face alone
 * @param origin our own origin as a browser writes it, e.g. {@code https://localhost:8443}
 * @param issuer the issuer of the tokens
 * @param trust the trust folder, by which this face verifies its own log
 * @param nodeKeys the file that lists every node that ever recorded events, as the sequencer's
 *     lists those of today
 */
public record Installation(boolean served, String origin, URI issuer, Path trust, Path nodeKeys) {
  public Installation {
    requireNonNull(origin, "origin is null");
    requireNonNull(issuer, "issuer is null");
    requireNonNull(trust, "trust is null");
    requireNonNull(nodeKeys, "nodeKeys is null");
  }

  /**
   * Reads SAFEHAND_FACES, SAFEHAND_ORIGIN, SAFEHAND_ISSUER, SAFEHAND_TRUST and SAFEHAND_NODE_KEYS;
   * only the first has a default.
   */
  public static Installation of(Map<String, String> environment) {
    String faces = environment.getOrDefault("SAFEHAND_FACES", "both");
    boolean served =
        switch (faces) {
          case "both", "web" -> true;
          case "exchange" -> false;
          default -> throw new IllegalArgumentException("SAFEHAND_FACES is both, web or exchange");
        };
    return new Installation(
        served,
        originOf(required(environment, "SAFEHAND_ORIGIN")),
        URI.create(required(environment, "SAFEHAND_ISSUER")),
        Path.of(required(environment, "SAFEHAND_TRUST")),
        Path.of(required(environment, "SAFEHAND_NODE_KEYS")));
  }

  /** The origin of the identity provider, where the sign-out form may lead. */
  public String issuerOrigin() {
    return originOf(issuer.toString());
  }

  private static String originOf(String address) {
    URI uri = URI.create(address);
    if (!"https".equals(uri.getScheme()) || uri.getHost() == null) {
      throw new IllegalArgumentException("not an https address: " + address);
    }
    return "https://" + uri.getHost() + (uri.getPort() == -1 ? "" : ":" + uri.getPort());
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(name + " is not set");
    }
    return value;
  }
}
