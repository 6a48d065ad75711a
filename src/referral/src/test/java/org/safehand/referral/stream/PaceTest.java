package org.safehand.referral.stream;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.safehand.referral.sample.SettableClock;

class PaceTest {
  private final SettableClock clock = new SettableClock(Instant.EPOCH);
  private final Pace pace = new Pace(clock);

  @Test
  void passed_asFastAsIsAsked_goesOn_andOneSecondSlowerDoesNot() throws TooSlowException {
    clock.advance(Pace.GRACE.plusSeconds(10));
    pace.passed(10 * Pace.MIN_BYTES_A_SECOND);

    clock.advance(Duration.ofSeconds(1));
    assertThatThrownBy(() -> pace.passed(1)).isInstanceOf(TooSlowException.class);
  }

  @Test
  void passed_nothingAtTheBeginning_isForgiven() throws TooSlowException {
    clock.advance(Pace.GRACE);
    pace.passed(0);
  }

  @Test
  void passed_fastBefore_mayPauseForAsLongAsThatEarned() throws TooSlowException {
    pace.passed(60 * Pace.MIN_BYTES_A_SECOND);
    clock.advance(Pace.GRACE.plusSeconds(60));
    pace.passed(0);
    clock.advance(Duration.ofSeconds(1));
    assertThatThrownBy(() -> pace.passed(0)).isInstanceOf(TooSlowException.class);
  }
}
