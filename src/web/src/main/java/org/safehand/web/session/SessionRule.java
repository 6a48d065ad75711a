package org.safehand.web.session;

import java.time.Duration;

/**
 * How long a browser session lasts.
 *
 * @param absolute since sign-in
 * @param idle since the last request that a person caused
 * @param fresh how old the proof of identity may be at sign-in; an older one is the identity
 *     provider signing a person back in silently
 */
public record SessionRule(Duration absolute, Duration idle, Duration fresh) {
  /** What the gateway runs with. */
  public static final SessionRule STANDARD =
      new SessionRule(Duration.ofHours(8), Duration.ofMinutes(15), Duration.ofSeconds(60));

  /** True when the session must end; all times in seconds since the epoch. */
  public boolean over(long started, long seen, long now) {
    return now - started > absolute.toSeconds() || now - seen > idle.toSeconds();
  }

  /** True when identity was proven just before {@code now}. */
  public boolean provenJustNow(long authenticated, long now) {
    return now - authenticated <= fresh.toSeconds();
  }
}
