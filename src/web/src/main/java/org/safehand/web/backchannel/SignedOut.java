package org.safehand.web.backchannel;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Who is signed out.
 *
 * @param subject the person; empty where the token names a session alone
 * @param session the provider's session ({@code sid}); empty: all of the person's
 */
public record SignedOut(Optional<String> subject, Optional<String> session) {
  /** Refuses what names neither. */
  public SignedOut {
    requireNonNull(subject, "subject is null");
    requireNonNull(session, "session is null");
    if (subject.isEmpty() && session.isEmpty()) {
      throw new IllegalArgumentException("nobody is signed out");
    }
  }
}
