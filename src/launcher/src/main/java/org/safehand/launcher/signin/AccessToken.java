package org.safehand.launcher.signin;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A bearer token.
 *
 * @param value what stands in the Authorization header
 * @param expires when it stops being accepted
 */
public record AccessToken(String value, Instant expires) {
  public AccessToken {
    requireNonNull(value, "value is null");
    requireNonNull(expires, "expires is null");
  }

  /** Never the token. */
  @Override
  public String toString() {
    return "AccessToken[expires " + expires + "]";
  }
}
