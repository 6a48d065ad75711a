package org.safehand.bench.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RanksTest {
  @Test
  void samples_thatAreApart_tellEverything() {
    assertThat(Ranks.greater(List.of(3.0, 4.0), List.of(1.0, 2.0))).isEqualTo(1);
    assertThat(Ranks.greater(List.of(1.0, 2.0), List.of(3.0, 4.0))).isZero();
  }

  @Test
  void samples_thatAreEqual_tellNothing() {
    assertThat(Ranks.greater(List.of(1.0, 1.0, 2.0), List.of(1.0, 2.0, 1.0))).isEqualTo(0.5);
  }

  /** 2 is greater than 1 alone; 5 than 1 and 3; 3 than 1 and half of 3. */
  @Test
  void samples_thatOverlap_areCountedByPairs() {
    assertThat(Ranks.greater(List.of(2.0, 5.0, 3.0), List.of(1.0, 3.0)))
        .isEqualTo((1 + 2 + 1.5) / 6);
  }
}
