package org.safehand.referral.settings;

import static java.util.Objects.requireNonNull;

/**
 * The settings at one revision.
 *
 * @param revision counts their changes; 0 as long as nobody has changed any
 * @param settings all of them
 */
public record NumberedSettings(long revision, Settings settings) {
  /** Refuses null and negative revisions. */
  public NumberedSettings {
    requireNonNull(settings, "settings is null");
    if (revision < 0) {
      throw new IllegalArgumentException("revisions count from 0");
    }
  }

  /** The next ones. */
  public NumberedSettings next(Settings these) {
    return new NumberedSettings(revision + 1, these);
  }
}
