package org.safehand.referral.settings;

/** The settings for those who go by them. Asked each time, never kept. */
@FunctionalInterface
public interface CurrentSettings {
  /**
   * The settings as they were committed, or were at most two seconds ago: so long what was read may
   * be given again, so that asking costs nothing.
   */
  Settings now();
}
