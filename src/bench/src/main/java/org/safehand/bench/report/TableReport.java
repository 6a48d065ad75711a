package org.safehand.bench.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.safehand.bench.figure.Figure;
import org.safehand.bench.figure.Goal;
import org.safehand.bench.figure.NotTaken;
import org.safehand.bench.figure.Numbers;
import org.safehand.bench.figure.Series;
import org.safehand.bench.figure.Taken;

/** The report for people: a table, with rounds and spread, and what is to be known under it. */
public final class TableReport {
  private static final List<String> HEAD =
      List.of("figure", "value", "rounds, spread", "peer", "ratio", "goal", "");

  private TableReport() {}

  /** The table, each line ended by a line feed. */
  public static String text(List<Figure> figures) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    figures.forEach(figure -> rows.add(row(figure)));
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      text.append(line(row, widths(rows))).append('\n');
    }
    for (Figure figure : figures) {
      if (figure.outcome() instanceof NotTaken not) {
        text.append('\n').append(figure.name()).append(": not taken: ").append(not.why());
      }
      if (!figure.note().isEmpty()) {
        text.append('\n').append(figure.name()).append(": ").append(figure.note());
      }
    }
    return text.append('\n').toString();
  }

  private static List<String> row(Figure figure) {
    String goal = figure.goal().map(Goal::text).orElse("");
    if (!(figure.outcome() instanceof Taken taken)) {
      return List.of(figure.name(), "not taken", "", "", "", goal, "");
    }
    return List.of(
        figure.name(),
        quantity(taken.value()),
        rounds(taken.value()),
        taken.peer().map(peer -> peer.name() + " " + quantity(peer.value())).orElse(""),
        taken.ratio().map(ratio -> Numbers.text(ratio.median()) + "x").orElse(""),
        goal,
        figure.held().map(held -> held ? "held" : "short").orElse(""));
  }

  private static String quantity(Series series) {
    return Numbers.text(series.median()) + " " + series.unit();
  }

  private static String rounds(Series series) {
    return String.format(Locale.ROOT, "%d, %.0f %%", series.rounds().size(), 100 * series.spread());
  }

  private static List<Integer> widths(List<List<String>> rows) {
    List<Integer> widths = new ArrayList<>(Collections.nCopies(HEAD.size(), 0));
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths.set(i, Math.max(widths.get(i), row.get(i).length()));
      }
    }
    return widths;
  }

  private static String line(List<String> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      line.append(row.get(i)).append(" ".repeat(widths.get(i) - row.get(i).length() + 2));
    }
    return line.toString().stripTrailing();
  }
}
