package org.safehand.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safehand.bench.figure.Figure;
import org.safehand.bench.figure.Goal;
import org.safehand.bench.figure.NotTaken;
import org.safehand.bench.figure.Peer;
import org.safehand.bench.figure.Series;
import org.safehand.bench.figure.Taken;

class ReportTest {
  private static final Series OURS = new Series("events/s", List.of(4000.0, 5000.0, 4400.0));
  private static final Series PLAIN = new Series("events/s", List.of(8000.0, 10_000.0, 8000.0));
  private static final List<Figure> FIGURES =
      List.of(
          new Figure(
              "custody.recorded",
              Goal.ratioAtLeast(0.5),
              "32 writers",
              new Taken(OURS, new Peer("plain inserts", PLAIN))),
          new Figure(
              "custody.recorded-to-published-p99",
              Goal.valueAtMost(500),
              "",
              new Taken(new Series("ms", List.of(612.5)), null)),
          new Figure("custody.p50", null, "", new Taken(new Series("ms", List.of(80.0)), null)),
          new Figure(
              "custody.sequenced",
              Goal.valueAtLeast(1000),
              "",
              NotTaken.because(
                  new IllegalStateException("outer", new IOException("no\tserver\nhere")))));

  @Test
  void tsv_hasEightFieldsALine() {
    assertThat(TsvReport.text(FIGURES))
        .isEqualTo(
            """
            custody.recorded\t4400\tevents/s\tplain inserts\t8000\t0.5\t>= 0.5x\theld
            custody.recorded-to-published-p99\t613\tms\t-\t-\t-\t<= 500\tshort
            custody.p50\t80\tms\t-\t-\t-\t-\t-
            custody.sequenced\tnot taken\t-\t-\t-\t-\t>= 1000\tjava.io.IOException: no server
            """);
  }

  @Test
  void table_saysRoundsSpreadAndWhyAFigureIsMissing() {
    assertThat(TableReport.text(FIGURES).lines())
        .contains(
            "custody.recorded                   4400 events/s  3, 23 %         plain inserts 8000"
                + " events/s  0.5x   >= 0.5x  held",
            "custody.sequenced                  not taken"
                + "                                                          >= 1000",
            "custody.recorded: 32 writers",
            "custody.sequenced: not taken: java.io.IOException: no server");
  }
}
