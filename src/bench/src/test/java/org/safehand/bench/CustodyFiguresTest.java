package org.safehand.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.safehand.bench.figure.Figure;
import org.safehand.bench.figure.Taken;
import org.safehand.bench.report.TsvReport;

/** The smallest run of every custody figure, on the real servers. Nothing is said about speed. */
@Timeout(300)
class CustodyFiguresTest {
  private static final String NUMBER = "[0-9]+(\\.[0-9]+)?";
  private static final String TAKEN =
      "custody\\.[a-z0-9-]+\t"
          + NUMBER
          + "\t[a-z/]+\t[^\t]+\t(-|"
          + NUMBER
          + ")\t(-|"
          + NUMBER
          + ")\t(-|[<>]= [0-9.]+x?)\t(-|held|short)";

  @Test
  void everyFigure_canBeTakenAndIsOneWellFormedLine() throws Exception {
    List<Figure> figures = SmokeRun.of(Topic.CUSTODY);

    assertThat(figures)
        .extracting(Figure::name)
        .containsExactly(
            "custody.recorded",
            "custody.recorded-per-chain",
            "custody.recorded-to-bare",
            "custody.recorded-to-published-p50",
            "custody.recorded-to-published-p99",
            "custody.sequenced",
            "custody.verified",
            "custody.verified-to-memory",
            "custody.verified-to-go",
            "custody.verified-at-600",
            "custody.verified-with-signatures",
            "custody.extract-created",
            "custody.extract-verified",
            "custody.extract-verified-with-log");
    // there is not a Go compiler everywhere
    assertThat(figures)
        .filteredOn(figure -> !(figure.outcome() instanceof Taken))
        .extracting(Figure::name)
        .isSubsetOf("custody.verified-to-go");
    List<Figure> taken =
        figures.stream().filter(figure -> figure.outcome() instanceof Taken).toList();
    assertThat(TsvReport.text(taken).lines()).hasSize(taken.size()).allMatch(l -> l.matches(TAKEN));
  }
}
