package org.safehand.exchange;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where this face finds its keys and its neighbours, from the environment of the server's process.
 *
 * @param served false when this node runs the web face alone
 * @param pki the folder with {@code gateway-seal.p12}, {@code gateway-client.p12}, {@code
 *     gateway-wss.p12}, {@code seal-ca.pem} and {@code tsa-ca.pem}
 * @param password of every key file
 * @param revocationLists the folder of current revocation lists, DER, {@code *.crl}
 * @param timeStampAuthority where time-stamps are asked for (RFC 3161 over HTTP)
 * @param trust the trust folder: which time-stamping authorities and which log keys count
 * @param node the name of this node
 * @param location where this node stands, for custody events
 */
record ExchangeConfiguration(
    boolean served,
    Path pki,
    String password,
    Path revocationLists,
    URI timeStampAuthority,
    Path trust,
    String node,
    String location) {
  ExchangeConfiguration {
    requireNonNull(pki, "pki is null");
    requireNonNull(password, "password is null");
    requireNonNull(revocationLists, "revocationLists is null");
    requireNonNull(timeStampAuthority, "timeStampAuthority is null");
    requireNonNull(trust, "trust is null");
    requireNonNull(node, "node is null");
    requireNonNull(location, "location is null");
  }

  /**
   * Reads SAFEHAND_FACES, SAFEHAND_PKI, SAFEHAND_PKI_PASSWORD, SAFEHAND_CRL, SAFEHAND_TSA_URL,
   * SAFEHAND_TRUST, SAFEHAND_NODE_ID and SAFEHAND_ORIGIN; only the first has a default, {@code
   * both}.
   */
  static ExchangeConfiguration of(Map<String, String> environment) {
    return new ExchangeConfiguration(
        isServed(environment.getOrDefault("SAFEHAND_FACES", "both")),
        Path.of(required(environment, "SAFEHAND_PKI")),
        required(environment, "SAFEHAND_PKI_PASSWORD"),
        Path.of(required(environment, "SAFEHAND_CRL")),
        URI.create(required(environment, "SAFEHAND_TSA_URL")),
        Path.of(required(environment, "SAFEHAND_TRUST")),
        required(environment, "SAFEHAND_NODE_ID"),
        URI.create(required(environment, "SAFEHAND_ORIGIN")).getAuthority());
  }

  /** The certificates that the seal's own path and the time-stamps' paths are built from. */
  List<Path> issuers() {
    return List.of(pki.resolve("seal-ca.pem"), pki.resolve("tsa-ca.pem"));
  }

  private static boolean isServed(String faces) {
    return switch (faces) {
      case "both", "exchange" -> true;
      case "web" -> false;
      default -> throw new IllegalArgumentException("SAFEHAND_FACES is both, web or exchange");
    };
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(name + " is not set");
    }
    return value;
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "exchange on " + node;
  }
}
