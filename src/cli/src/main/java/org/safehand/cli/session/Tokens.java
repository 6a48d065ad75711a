package org.safehand.cli.session;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What the identity provider gave; never written anywhere but into the session file.
 *
 * @param access sent to the gateway
 * @param expires when the access token ends
 * @param refresh exchanged, once, for the next pair
 */
public record Tokens(String access, Instant expires, String refresh) {
  public Tokens {
    requireNonNull(access, "access is null");
    requireNonNull(expires, "expires is null");
    requireNonNull(refresh, "refresh is null");
  }

  /** Says nothing of the tokens. */
  @Override
  public String toString() {
    return "Tokens[expires=" + expires + "]";
  }
}
