package org.safehand.bench.report;

import java.util.List;
import org.safehand.bench.figure.Figure;
import org.safehand.bench.figure.Goal;
import org.safehand.bench.figure.NotTaken;
import org.safehand.bench.figure.Numbers;
import org.safehand.bench.figure.Outcome;
import org.safehand.bench.figure.Peer;
import org.safehand.bench.figure.Taken;

/**
 * One line a figure, eight fields with tabs between: name, value, unit, peer, peer value, ratio,
 * goal, {@code held} or {@code short}.
 *
 * <p>A field without a value is {@code -}. Of a figure that could not be taken the value is {@code
 * not taken} and the last field says why.
 */
public final class TsvReport {
  private static final String NONE = "-";

  private TsvReport() {}

  /** The report, each line ended by a line feed. */
  public static String text(List<Figure> figures) {
    StringBuilder text = new StringBuilder();
    figures.forEach(figure -> text.append(line(figure)).append('\n'));
    return text.toString();
  }

  static String line(Figure figure) {
    String goal = figure.goal().map(Goal::text).orElse(NONE);
    Outcome outcome = figure.outcome();
    return String.join(
        "\t",
        outcome instanceof Taken taken
            ? List.of(
                figure.name(),
                Numbers.text(taken.value().median()),
                taken.value().unit(),
                taken.peer().map(Peer::name).orElse(NONE),
                taken.peer().map(peer -> Numbers.text(peer.value().median())).orElse(NONE),
                taken.ratio().map(ratio -> Numbers.text(ratio.median())).orElse(NONE),
                goal,
                figure.held().map(held -> held ? "held" : "short").orElse(NONE))
            : List.of(
                figure.name(),
                "not taken",
                NONE,
                NONE,
                NONE,
                NONE,
                goal,
                outcome instanceof NotTaken not ? not.why() : NONE));
  }
}
