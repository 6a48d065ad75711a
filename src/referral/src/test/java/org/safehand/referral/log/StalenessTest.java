package org.safehand.referral.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StalenessTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  /** Minutes that the oldest event has waited for each stage, nothing where none waits. */
  @ParameterizedTest
  @CsvSource({
    ",      ,      ,      ",
    "0,     0,     0,     ",
    "240,   240,   240,   ",
    "241,   241,   241,   publishing",
    ",      241,   241,   witnessing",
    "1,     241,   241,   witnessing",
    ",      ,      241,   anchoring",
    "1,     1,     241,   anchoring",
    "240,   240,   241,   anchoring",
    "-9999, -9999, -9999, "
  })
  void log_isStaleAtTheFirstStageThatAnEventHasWaitedForTooLong(
      Integer publishing, Integer witnessing, Integer anchoring, String stale) {
    LogState state =
        new LogState(
            NOW, 3, 2, 1, Optional.empty(), ago(publishing), ago(witnessing), ago(anchoring));

    assertThat(new Staleness(Duration.ofHours(4)).staleAt(state).map(Stage::wire))
        .isEqualTo(Optional.ofNullable(stale));
  }

  private static Optional<Instant> ago(Integer minutes) {
    return Optional.ofNullable(minutes).map(age -> NOW.minus(Duration.ofMinutes(age)));
  }
}
