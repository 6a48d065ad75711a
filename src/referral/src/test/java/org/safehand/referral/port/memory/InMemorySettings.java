package org.safehand.referral.port.memory;

import org.safehand.referral.fault.StaleRevisionException;
import org.safehand.referral.settings.NumberedSettings;
import org.safehand.referral.settings.Setting;
import org.safehand.referral.settings.Settings;
import org.safehand.referral.settings.SettingsRegister;

/** Settings that use cases change in units of work, and tests as they like. */
public final class InMemorySettings implements SettingsRegister, InMemoryUnitOfWork.Part {
  private final InMemoryUnitOfWork unit;
  private volatile NumberedSettings kept = new NumberedSettings(0, Settings.STANDARD);

  /** The ones that a gateway begins with, which take part in {@code unit}. */
  public InMemorySettings(InMemoryUnitOfWork unit) {
    this.unit = unit;
    unit.add(this);
  }

  @Override
  public Settings now() {
    return kept.settings();
  }

  @Override
  public NumberedSettings latest() {
    return kept;
  }

  @Override
  public NumberedSettings alone() {
    unit.require();
    return kept;
  }

  @Override
  public void save(NumberedSettings next) {
    unit.require();
    if (next.revision() != kept.revision() + 1) {
      throw new StaleRevisionException("settings");
    }
    kept = next;
  }

  /** Two people have agreed on {@code value}. */
  public void set(Setting setting, long value) {
    kept = kept.next(kept.settings().with(setting, value));
  }

  @Override
  public Runnable keep() {
    NumberedSettings before = kept;
    return () -> kept = before;
  }
}
