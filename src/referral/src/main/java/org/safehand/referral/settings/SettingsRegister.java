package org.safehand.referral.settings;

import org.safehand.referral.fault.StaleRevisionException;

/** Where the settings are kept. */
public interface SettingsRegister extends CurrentSettings {
  /** The settings as last committed; within a unit of work that changed them, as they are there. */
  NumberedSettings latest();

  /**
   * The settings, which nobody else changes before the running unit of work ends; of two that ask
   * at the same time one waits.
   */
  NumberedSettings alone();

  /**
   * Puts {@code next} in the place of the settings of the revision before. Within a unit of work.
   *
   * @throws StaleRevisionException if they are at another revision
   */
  void save(NumberedSettings next);
}
