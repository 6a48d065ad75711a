package org.safehand.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.safehand.referral.settings.CurrentSettings;
import org.safehand.referral.settings.Settings;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;
import org.safehand.web.problem.StoreStatus;

class SessionFilterTest {
  private static final long START = 1_800_000_000;

  private long now = START;
  private CurrentSettings settings = () -> Settings.STANDARD;
  private final BrowserRequest browser = new BrowserRequest("subject-1", START);
  private final InstantSource time = () -> Instant.ofEpochSecond(now);
  private final Clock clock = time.withZone(ZoneOffset.UTC);
  private final SessionFilter filter =
      new SessionFilter(clock, new SessionRegistry(), () -> settings);

  @Test
  void session_withinItsLimits_goesOn() throws Exception {
    browser.through(filter);
    assertThat(browser.wentOn()).isTrue();
    now += Settings.STANDARD.sessionIdle().toSeconds();
    browser.through(filter);
    assertThat(browser.wentOn()).isTrue();
  }

  @Test
  void session_idleTooLong_ends() throws Exception {
    browser.through(filter);
    now += Settings.STANDARD.sessionIdle().toSeconds() + 1;
    assertEnded();
  }

  /** Each request of a person puts the idle end off, none of them the absolute one. */
  @Test
  void session_usedEveryFourteenMinutes_endsOneSecondAfterEightHours() throws Exception {
    long eightHours = START + 8 * 3600;
    for (now = START; now <= eightHours; now += 14 * 60) {
      browser.through(filter);
      assertThat(browser.wentOn()).as("after " + (now - START) + " s").isTrue();
    }
    now = eightHours;
    browser.through(filter);
    assertThat(browser.wentOn()).as("at eight hours").isTrue();
    now = eightHours + 1;
    assertEnded();
  }

  @Test
  void signIn_givesTheSessionAnotherId_andNothingAfterThatDoes() throws Exception {
    browser.through(filter);
    assertThat(browser.idsGiven()).isEqualTo(1);
    now += 60;
    browser.through(filter);
    assertThat(browser.idsGiven()).isEqualTo(1);
  }

  @Test
  void session_keptByPollingAlone_ends() throws Exception {
    browser.through(filter);
    Duration idle = Settings.STANDARD.sessionIdle();
    now += idle.toSeconds();
    browser.header("X-Safehand-Passive", "1");
    browser.through(filter);
    assertThat(browser.wentOn()).isTrue();
    now += 1;
    assertEnded();
  }

  @Test
  void session_ofAnotherPerson_ends() throws Exception {
    browser.through(filter);
    browser.signIn("subject-2", START);
    assertEnded();
  }

  @Test
  void signIn_withAnOldProof_isAskedToProveItAgain() throws Exception {
    now += 61;
    browser.through(filter);
    assertThat(browser.wentOn()).isFalse();
    assertThat(browser.invalidated()).isTrue();
    assertThat(browser.header("Location")).isEqualTo("/login?prompt=login");
  }

  @ParameterizedTest
  @EnumSource(StoreCode.class)
  void settingsUnreadable_newSession_isToldWhy_andGoesNowhere(StoreCode code) throws Exception {
    settings = unreadable(code);
    assertTold(code);
  }

  @Test
  void settingsUnreadable_sessionThatWas_isToldWhy_andGoesOnAfterwards() throws Exception {
    browser.through(filter);
    settings = unreadable(StoreCode.SETTINGS_UNREADABLE);
    assertTold(StoreCode.SETTINGS_UNREADABLE);
    assertThat(browser.status()).isEqualTo(503);
    settings = () -> Settings.STANDARD;
    browser.through(filter);
    assertThat(browser.wentOn()).isTrue();
  }

  @Test
  void faultOfOurs_isToldAsOneWithNothingOfTheInside() throws Exception {
    settings =
        () -> {
          throw new IllegalStateException("something of the inside");
        };
    browser.through(filter);
    assertThat(browser.wentOn()).isFalse();
    assertThat(browser.status()).isEqualTo(500);
    assertThat(browser.body()).contains("\"code\":\"internal\"").doesNotContain("inside");
  }

  private static CurrentSettings unreadable(StoreCode code) {
    return () -> {
      throw new StoreException(code, "something of the inside");
    };
  }

  private void assertTold(StoreCode code) throws Exception {
    browser.through(filter);
    assertThat(browser.wentOn()).isFalse();
    assertThat(browser.invalidated()).isFalse();
    assertThat(browser.status()).isEqualTo(StoreStatus.of(code));
    assertThat(browser.body())
        .contains("\"code\":\"" + code.wire() + "\"")
        .doesNotContain("inside");
  }

  private void assertEnded() throws Exception {
    browser.through(filter);
    assertThat(browser.wentOn()).isFalse();
    assertThat(browser.invalidated()).isTrue();
    assertThat(browser.status()).isEqualTo(401);
    assertThat(browser.body()).contains("\"code\":\"session-ended\"");
  }
}
