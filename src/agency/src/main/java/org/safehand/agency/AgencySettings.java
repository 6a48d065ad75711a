package org.safehand.agency;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Map;
import javax.security.auth.x500.X500Principal;

/**
 * What an agency sets, all of it by environment variables that start with {@code SAFEHAND_AGENCY_}.
 *
 * @param id {@code ID}: the agency's id in the hotline's registry
 * @param port {@code PORT}: on the loopback interface
 * @param pki {@code PKI}: folder with {@code tls.p12}, {@code sign.p12}, {@code trust-gateway.p12},
 *     {@code key.pem} and {@code cert.pem}
 * @param password {@code PKI_PASSWORD}: opens the PKCS#12 files
 * @param trust {@code TRUST}: the trust folder
 * @param data {@code DATA}: where packages are kept
 * @param gatewaySigner {@code GATEWAY_SIGNER}: subject of the gateway's message certificate
 * @param maxBytes {@code MAX_BYTES}: the largest package; 2 GiB unless set
 */
record AgencySettings(
    String id,
    int port,
    Path pki,
    String password,
    Path trust,
    Path data,
    X500Principal gatewaySigner,
    long maxBytes) {
  private static final String PREFIX = "SAFEHAND_AGENCY_";

  /** The SOAP channel's limit unless the agency sets its own. */
  private static final long TWO_GIB = 2L << 30;

  AgencySettings {
    requireNonNull(id, "id is null");
    requireNonNull(pki, "pki is null");
    requireNonNull(password, "password is null");
    requireNonNull(trust, "trust is null");
    requireNonNull(data, "data is null");
    requireNonNull(gatewaySigner, "gatewaySigner is null");
  }

  /**
   * Reads {@code environment}.
   *
   * @throws IllegalArgumentException naming the variable that is missing or malformed
   */
  static AgencySettings from(Map<String, String> environment) {
    return new AgencySettings(
        required(environment, "ID"),
        Math.toIntExact(number("PORT", required(environment, "PORT"), 65535)),
        Path.of(required(environment, "PKI")),
        required(environment, "PKI_PASSWORD"),
        Path.of(required(environment, "TRUST")),
        Path.of(required(environment, "DATA")),
        subject(required(environment, "GATEWAY_SIGNER")),
        number(
            "MAX_BYTES",
            environment.getOrDefault(PREFIX + "MAX_BYTES", Long.toString(TWO_GIB)),
            Long.MAX_VALUE));
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.get(PREFIX + name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(PREFIX + name + " is not set");
    }
    return value;
  }

  private static long number(String name, String text, long most) {
    try {
      long number = Long.parseLong(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(PREFIX + name + " is not a number", e);
    }
    throw new IllegalArgumentException(PREFIX + name + " is not between 1 and " + most);
  }

  private static X500Principal subject(String text) {
    try {
      return new X500Principal(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(PREFIX + "GATEWAY_SIGNER is not a subject name", e);
    }
  }
}
