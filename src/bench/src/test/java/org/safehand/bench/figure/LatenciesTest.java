package org.safehand.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  @Test
  void percentile_isTheNearestRank() {
    Latencies hundred =
        new Latencies(
            IntStream.rangeClosed(1, 100).mapToObj(i -> Duration.ofMillis(101 - i)).toList());

    assertThat(hundred.percentile(50)).isEqualTo(50);
    assertThat(hundred.percentile(99)).isEqualTo(99);
    assertThat(hundred.percentile(99.1)).isEqualTo(100);
    assertThat(hundred.percentile(100)).isEqualTo(100);
    assertThat(hundred.percentile(0.1)).isEqualTo(1);
  }

  @Test
  void percentile_ofOne_isThatOne() {
    Latencies one = new Latencies(List.of(Duration.ofNanos(1_500_000)));

    assertThat(one.percentile(1)).isEqualTo(1.5);
    assertThat(one.percentile(100)).isEqualTo(1.5);
  }

  @Test
  void percentile_ofNothingOrBeyondAll_isRefused() {
    Latencies one = new Latencies(List.of(Duration.ZERO));

    assertThatThrownBy(() -> new Latencies(List.of())).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> one.percentile(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> one.percentile(100.5)).isInstanceOf(IllegalArgumentException.class);
  }
}
