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
    step(Pace.GRACE.plusSeconds(10), 10 * Pace.MIN_BYTES_A_SECOND);

    assertThatThrownBy(() -> step(Duration.ofSeconds(1), 1)).isInstanceOf(TooSlowException.class);
  }

  @Test
  void passed_nothingAtTheBeginning_isForgiven() throws TooSlowException {
    step(Pace.GRACE, 0);
  }

  @Test
  void passed_fastBefore_mayPauseForAsLongAsThatEarned() throws TooSlowException {
    step(Duration.ZERO, 60 * Pace.MIN_BYTES_A_SECOND);
    step(Pace.GRACE.plusSeconds(60), 0);
    assertThatThrownBy(() -> step(Duration.ofSeconds(1), 0)).isInstanceOf(TooSlowException.class);
  }

  @Test
  void passed_whatTheGatewayWaitsForBetween_doesNotCount() throws TooSlowException {
    for (int i = 0; i < 10; i++) {
      clock.advance(Duration.ofHours(1));
      step(Duration.ofSeconds(1), 1);
    }
  }

  private void step(Duration takes, long bytes) throws TooSlowException {
    Instant begun = pace.begin();
    clock.advance(takes);
    pace.passed(begun, bytes);
  }
}
