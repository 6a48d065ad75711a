package org.safehand.web.provider;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Map;

/**
 * How the gateway asks the identity provider for a second factor.
 *
 * @param key the private key of the client {@value ClientKey#CLIENT}
 * @param trust the authorities that the provider's certificate must be under
 * @param password of {@code trust}
 */
public record ProviderSettings(Path key, Path trust, String password) {
  public ProviderSettings {
    requireNonNull(key, "key is null");
    requireNonNull(trust, "trust is null");
    requireNonNull(password, "password is null");
  }

  /** Reads SAFEHAND_STEP_UP_KEY, SAFEHAND_PKI and SAFEHAND_PKI_PASSWORD; none has a default. */
  public static ProviderSettings of(Map<String, String> environment) {
    return new ProviderSettings(
        Path.of(required(environment, "SAFEHAND_STEP_UP_KEY")),
        Path.of(required(environment, "SAFEHAND_PKI")).resolve("trust-tls.p12"),
        required(environment, "SAFEHAND_PKI_PASSWORD"));
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(name + " is not set");
    }
    return value;
  }

  /** Says nothing of the password. */
  @Override
  public String toString() {
    return "ProviderSettings[" + key + ", " + trust + "]";
  }
}
