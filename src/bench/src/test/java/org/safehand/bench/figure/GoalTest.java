package org.safehand.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class GoalTest {
  private static final Taken TAKEN =
      new Taken(series("events/s", 500.0), new Peer("plain", series("events/s", 1000.0)));

  private static Series series(String unit, double value) {
    return new Series(unit, List.of(value));
  }

  @Test
  void goal_isHeldOnItsBoundAndOnItsGoodSide() {
    assertThat(Goal.valueAtLeast(500).heldBy(TAKEN)).isTrue();
    assertThat(Goal.valueAtLeast(500.1).heldBy(TAKEN)).isFalse();
    assertThat(Goal.valueAtMost(500).heldBy(TAKEN)).isTrue();
    assertThat(Goal.valueAtMost(499.9).heldBy(TAKEN)).isFalse();
    assertThat(Goal.ratioAtLeast(0.5).heldBy(TAKEN)).isTrue();
    assertThat(Goal.ratioAtLeast(0.51).heldBy(TAKEN)).isFalse();
    assertThat(Goal.ratioAtMost(0.5).heldBy(TAKEN)).isTrue();
    assertThat(Goal.ratioAtMost(0.49).heldBy(TAKEN)).isFalse();
  }

  @Test
  void goalOfARatio_withoutAPeer_isNotHeld() {
    Taken alone = new Taken(series("ms", 1.0), null);

    assertThat(Goal.ratioAtLeast(0).heldBy(alone)).isFalse();
    assertThat(Goal.ratioAtMost(100).heldBy(alone)).isFalse();
  }

  @Test
  void figure_withoutGoalOrNotTaken_isNeitherHeldNorShort() {
    assertThat(new Figure("a.b", null, "", TAKEN).held()).isEmpty();
    assertThat(new Figure("a.b", Goal.valueAtLeast(1), "", new NotTaken("why")).held()).isEmpty();
    assertThat(new Figure("a.b", Goal.valueAtLeast(1), "", TAKEN).held()).contains(true);
  }

  @Test
  void text_saysSenseBoundAndWhetherItIsARatio() {
    assertThat(Goal.ratioAtLeast(0.5).text()).isEqualTo(">= 0.5x");
    assertThat(Goal.valueAtMost(500).text()).isEqualTo("<= 500");
  }

  @Test
  void peer_inAnotherUnit_isRefused() {
    assertThatThrownBy(() -> new Taken(series("ms", 1), new Peer("x", series("s", 1))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
