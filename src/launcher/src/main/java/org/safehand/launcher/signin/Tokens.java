package org.safehand.launcher.signin;

import static java.util.Objects.requireNonNull;

/**
 * What the provider gave.
 *
 * @param access sent to the gateway
 * @param refresh exchanged, once, for the next pair
 */
record Tokens(AccessToken access, String refresh) {
  Tokens {
    requireNonNull(access, "access is null");
    requireNonNull(refresh, "refresh is null");
  }

  /** Says nothing of the tokens. */
  @Override
  public String toString() {
    return "Tokens[" + access + "]";
  }
}
