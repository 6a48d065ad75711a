package org.safehand.web.session;

import java.time.Duration;
import org.safehand.referral.settings.Settings;

/**
 * How long a browser session lasts.
 *
 * @param absolute since sign-in
 * @param idle since the last request that a person caused
 * @param fresh how old the proof of identity may be at sign-in; an older one is the identity
 *     provider signing a person back in silently
 */
public record SessionRule(Duration absolute, Duration idle, Duration fresh) {
  private static final Duration JUST_NOW = Duration.ofSeconds(60);

  /** The rule under {@code settings}. */
  public static SessionRule of(Settings settings) {
    return new SessionRule(settings.session(), settings.sessionIdle(), JUST_NOW);
  }

  /** True when the session must end; all times in seconds since the epoch. */
  public boolean over(long started, long seen, long now) {
    return now - started > absolute.toSeconds() || now - seen > idle.toSeconds();
  }

  /** True when identity was proven just before {@code now}. */
  public boolean provenJustNow(long authenticated, long now) {
    return now - authenticated <= fresh.toSeconds();
  }
}
