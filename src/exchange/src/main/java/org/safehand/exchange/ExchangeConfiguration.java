package org.safehand.exchange;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where this face finds its keys and its neighbours, from the environment of the server's process.
 *
 * @param sealKey where the seal key is
 * @param pki the folder with {@code gateway-client.p12}, {@code gateway-wss.p12}, {@code
 *     seal-ca.pem} and {@code tsa-ca.pem}
 * @param password of every key file
 * @param revocationLists the folder in which revocation lists are kept, DER, {@code *.crl}
 * @param timeStampAuthority where time-stamps are asked for (RFC 3161 over HTTP)
 * @param trust the trust folder: which time-stamping authorities and which log keys count
 * @param node the name of this node
 * @param location where this node stands, for custody events
 * @param anchorPeriod how often the custody log is time-stamped, unless the settings ask for it
 *     more often
 * @param revocationRefresh how old a revocation list becomes before it is fetched anew
 */
record ExchangeConfiguration(
    SealKeyPlace sealKey,
    Path pki,
    String password,
    Path revocationLists,
    URI timeStampAuthority,
    Path trust,
    String node,
    String location,
    Duration anchorPeriod,
    Duration revocationRefresh) {
  private static final String ANCHOR_PERIOD = "SAFEHAND_ANCHOR_PERIOD";

  private static final String REVOCATION_REFRESH = "SAFEHAND_REVOCATION_REFRESH";

  ExchangeConfiguration {
    requireNonNull(sealKey, "sealKey is null");
    requireNonNull(pki, "pki is null");
    requireNonNull(password, "password is null");
    requireNonNull(revocationLists, "revocationLists is null");
    requireNonNull(timeStampAuthority, "timeStampAuthority is null");
    requireNonNull(trust, "trust is null");
    requireNonNull(node, "node is null");
    requireNonNull(location, "location is null");
    if (anchorPeriod.isNegative() || anchorPeriod.isZero()) {
      throw new IllegalArgumentException(ANCHOR_PERIOD + " is longer than nothing");
    }
    if (revocationRefresh.isNegative() || revocationRefresh.isZero()) {
      throw new IllegalArgumentException(REVOCATION_REFRESH + " is longer than nothing");
    }
  }

  /**
   * Reads where the seal key is ({@link SealKeyPlace}), SAFEHAND_PKI, SAFEHAND_PKI_PASSWORD,
   * SAFEHAND_CRL, SAFEHAND_TSA_URL, SAFEHAND_TRUST, SAFEHAND_NODE_ID and SAFEHAND_ORIGIN; none of
   * these has a default. SAFEHAND_ANCHOR_PERIOD and SAFEHAND_REVOCATION_REFRESH are ISO 8601
   * durations, {@code PT1H} unless set.
   */
  static ExchangeConfiguration of(Map<String, String> environment) {
    return new ExchangeConfiguration(
        SealKeyPlace.of(environment),
        Path.of(required(environment, "SAFEHAND_PKI")),
        required(environment, "SAFEHAND_PKI_PASSWORD"),
        Path.of(required(environment, "SAFEHAND_CRL")),
        URI.create(required(environment, "SAFEHAND_TSA_URL")),
        Path.of(required(environment, "SAFEHAND_TRUST")),
        required(environment, "SAFEHAND_NODE_ID"),
        URI.create(required(environment, "SAFEHAND_ORIGIN")).getAuthority(),
        period(environment, ANCHOR_PERIOD),
        period(environment, REVOCATION_REFRESH));
  }

  /** The certificates that the seal's own path and the time-stamps' paths are built from. */
  List<Path> issuers() {
    return List.of(pki.resolve("seal-ca.pem"), pki.resolve("tsa-ca.pem"));
  }

  private static Duration period(Map<String, String> environment, String name) {
    try {
      return Duration.parse(environment.getOrDefault(name, "PT1H"));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(name + " is not an ISO 8601 duration", e);
    }
  }

  /** Whether this node runs this face, by SAFEHAND_FACES; {@code both} unless set. */
  static boolean isServed(Map<String, String> environment) {
    return switch (environment.getOrDefault("SAFEHAND_FACES", "both")) {
      case "both", "exchange" -> true;
      case "web" -> false;
      default -> throw new IllegalArgumentException("SAFEHAND_FACES is both, web or exchange");
    };
  }

  /** The value of {@code name}; one that is absent or blank is refused. */
  static String required(Map<String, String> environment, String name) {
    return value(environment, name)
        .orElseThrow(() -> new IllegalArgumentException(name + " is not set"));
  }

  /** The value of {@code name}; empty where it is absent or blank. */
  static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "exchange on " + node;
  }
}
