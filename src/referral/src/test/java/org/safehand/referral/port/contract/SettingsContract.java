package org.safehand.referral.port.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.safehand.referral.fault.StaleRevisionException;
import org.safehand.referral.settings.NumberedSettings;
import org.safehand.referral.settings.Setting;
import org.safehand.referral.settings.Settings;

/** Settings are what was saved last, whole, and never over another's change. */
public interface SettingsContract {
  Ports ports();

  @Test
  default void settings_changedAndChangedBack_areWhatWasSaved() {
    NumberedSettings before = ports().settings().latest();
    for (Setting setting : Setting.values()) {
      NumberedSettings next = changed(Settings.STANDARD.with(setting, setting.least()));
      assertThat(ports().settings().latest()).isEqualTo(next);
    }
    NumberedSettings back = changed(Settings.STANDARD);
    assertThat(ports().settings().latest()).isEqualTo(back);
    assertThat(back.revision()).isEqualTo(before.revision() + Setting.values().length + 1);
  }

  @Test
  default void settings_savedOverOthers_throwsAndKeepsTheFirst() {
    NumberedSettings read = ports().settings().latest();
    NumberedSettings first = changed(tighter(6));
    assertThatThrownBy(() -> save(read.next(tighter(7))))
        .isInstanceOf(StaleRevisionException.class);
    assertThat(ports().settings().latest()).isEqualTo(first);
  }

  /** What was undone is given to nobody, also not for as long as a value may be kept. */
  @Test
  default void settings_undone_areNotSeenByAnybodyAfterwards() {
    NumberedSettings before = changed(tighter(8));
    assertThatThrownBy(
            () ->
                ports()
                    .unit()
                    .run(
                        () -> {
                          ports().settings().save(before.next(tighter(9)));
                          assertThat(ports().settings().latest())
                              .isEqualTo(before.next(tighter(9)));
                          ports().settings().now();
                          throw new IllegalStateException("planted");
                        }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(ports().settings().latest()).isEqualTo(before);
    assertThat(ports().settings().now()).isNotEqualTo(tighter(9));
  }

  private static Settings tighter(long glassMinutes) {
    return Settings.STANDARD.with(Setting.GLASS_MINUTES, glassMinutes);
  }

  private NumberedSettings changed(Settings these) {
    return ports()
        .unit()
        .run(
            () -> {
              NumberedSettings next = ports().settings().alone().next(these);
              ports().settings().save(next);
              return next;
            });
  }

  private void save(NumberedSettings next) {
    ports()
        .unit()
        .run(
            () -> {
              ports().settings().save(next);
              return next;
            });
  }
}
