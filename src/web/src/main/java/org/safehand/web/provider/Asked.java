package org.safehand.web.provider;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What an ID token must be the answer to.
 *
 * @param client the client that asked
 * @param nonce made for this question alone
 * @param subject the identity of the person who was asked
 * @param at when
 */
public record Asked(String client, String nonce, String subject, Instant at) {
  public Asked {
    requireNonNull(client, "client is null");
    requireNonNull(nonce, "nonce is null");
    requireNonNull(subject, "subject is null");
    requireNonNull(at, "at is null");
  }
}
