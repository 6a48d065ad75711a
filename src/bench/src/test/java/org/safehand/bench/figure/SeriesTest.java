package org.safehand.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTest {
  private static Series series(Double... rounds) {
    return new Series("events/s", List.of(rounds));
  }

  @Test
  void median_ofOddAndEvenRounds_isTheMiddle() {
    assertThat(series(9.0, 1.0, 5.0).median()).isEqualTo(5);
    assertThat(series(9.0, 1.0, 5.0, 7.0).median()).isEqualTo(6);
    assertThat(series(3.0).median()).isEqualTo(3);
  }

  @Test
  void spread_isTheRangeOverTheMedian() {
    assertThat(series(80.0, 100.0, 130.0).spread()).isEqualTo(0.5);
    assertThat(series(0.0, 0.0).spread()).isZero();
  }

  @Test
  void ratio_isTakenRoundByRound() {
    // the machine was half as fast in the second round; the ratio does not see it
    Series ratio = series(100.0, 50.0, 90.0).ratioTo(series(200.0, 100.0, 100.0));

    assertThat(ratio.rounds()).containsExactly(0.5, 0.5, 0.9);
    assertThat(ratio.median()).isEqualTo(0.5);
  }

  @Test
  void series_withoutRoundsOrOfOtherRounds_isRefused() {
    assertThatThrownBy(() -> series()).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> series(1.0).ratioTo(series(1.0, 2.0)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
