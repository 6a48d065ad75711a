package org.safehand.referral.access;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * How strongly, when and by what an actor proved who they are.
 *
 * @param acr authentication context class, as the identity provider states it
 * @param authTime when the actor last proved it
 * @param method for example {@code session}, {@code bearer}, {@code mtls}, {@code node}
 */
public record Authentication(String acr, Instant authTime, String method) {
  /** The method of the gateway's own node; no sign-in of a person or a machine gives it. */
  public static final String NODE = "node";

  /** Refuses nulls. */
  public Authentication {
    requireNonNull(acr, "acr is null");
    requireNonNull(authTime, "authTime is null");
    requireNonNull(method, "method is null");
  }
}
