package org.safehand.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.safehand.bench.figure.Figure;
import org.safehand.bench.figure.Taken;

/** The smallest run of every figure of access, on a real database. Nothing is said about speed. */
@Timeout(300)
class AccessFiguresTest {
  @Test
  void everyFigure_canBeTaken() throws Exception {
    List<Figure> figures = SmokeRun.of(Topic.ACCESS);
    assertThat(figures)
        .extracting(Figure::name)
        .containsExactly("access.foreign-to-unknown", "access.unknown-to-foreign");
    assertThat(figures)
        .allSatisfy(figure -> assertThat(figure.outcome()).isInstanceOf(Taken.class));
    assertThat(figures.get(0).note()).endsWith("of all pairs of 10 and 10");
  }
}
