package org.safehand.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.safehand.referral.settings.Setting;
import org.safehand.referral.settings.Settings;

class SessionRuleTest {
  private static final long START = 1_000_000;
  private static final long HOURS_8 = 8 * 3600;
  private static final long MINUTES_15 = 15 * 60;

  private final SessionRule rule = SessionRule.of(Settings.STANDARD);

  @Test
  void session_idleForFifteenMinutes_endsOneSecondLater() {
    assertThat(rule.over(START, START, START + MINUTES_15)).isFalse();
    assertThat(rule.over(START, START, START + MINUTES_15 + 1)).isTrue();
  }

  @Test
  void session_eightHoursOld_endsOneSecondLaterHoweverBusy() {
    assertThat(rule.over(START, START + HOURS_8, START + HOURS_8)).isFalse();
    assertThat(rule.over(START, START + HOURS_8, START + HOURS_8 + 1)).isTrue();
  }

  @Test
  void session_underTighterSettings_endsEarlier() {
    SessionRule tighter =
        SessionRule.of(
            Settings.STANDARD.with(Setting.SESSION_IDLE_MINUTES, 5).with(Setting.SESSION_HOURS, 1));
    assertThat(tighter.over(START, START, START + 300)).isFalse();
    assertThat(tighter.over(START, START, START + 301)).isTrue();
    assertThat(tighter.over(START, START + 3600, START + 3600)).isFalse();
    assertThat(tighter.over(START, START + 3601, START + 3601)).isTrue();
  }

  @Test
  void identity_provenAMinuteAgo_isJustFreshEnough() {
    assertThat(rule.provenJustNow(START, START + 60)).isTrue();
    assertThat(rule.provenJustNow(START, START + 61)).isFalse();
    assertThat(rule.provenJustNow(0, START)).isFalse();
  }
}
