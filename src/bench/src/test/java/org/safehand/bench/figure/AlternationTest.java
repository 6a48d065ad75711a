package org.safehand.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlternationTest {
  @Test
  void contenders_runInTurnAndTheFirstRoundDoesNotCount() throws Exception {
    List<String> order = new ArrayList<>();
    Alternation.Contender ours =
        () -> {
          order.add("ours");
          return order.size();
        };
    Alternation.Contender peer =
        () -> {
          order.add("peer");
          return -order.size();
        };

    List<Series> found = new Alternation(2).run("s", List.of(ours, peer));

    assertThat(order).containsExactly("ours", "peer", "ours", "peer", "ours", "peer");
    assertThat(found)
        .containsExactly(new Series("s", List.of(3.0, 5.0)), new Series("s", List.of(-4.0, -6.0)));
  }

  @Test
  void contender_thatFails_endsTheRun() {
    assertThatThrownBy(
            () ->
                new Alternation(1)
                    .run(
                        "s",
                        List.of(
                            () -> {
                              throw new IllegalStateException("broken");
                            })))
        .hasMessage("broken");
    assertThatThrownBy(() -> new Alternation(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
