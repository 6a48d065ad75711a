package org.safehand.systemtests.tamper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How often each class of attack was made and who found it. */
final class Tally {
  private final List<String> observers;
  private final Map<String, Map<String, Integer>> rows = new LinkedHashMap<>();

  Tally(List<String> observers) {
    this.observers = List.copyOf(observers);
  }

  void count(String attack, Set<String> finders) {
    Map<String, Integer> row = rows.computeIfAbsent(attack, name -> new TreeMap<>());
    row.merge("", 1, Integer::sum);
    finders.forEach(finder -> row.merge(finder, 1, Integer::sum));
  }

  @Override
  public String toString() {
    StringBuilder table = new StringBuilder(line("", "made", observers));
    rows.forEach(
        (attack, row) ->
            table.append(
                line(
                    attack,
                    String.valueOf(row.get("")),
                    observers.stream().map(name -> row.getOrDefault(name, 0)).toList())));
    return table.toString();
  }

  private static String line(String attack, String made, List<?> counts) {
    StringBuilder line = new StringBuilder("  %-62s %5s".formatted(attack, made));
    counts.forEach(count -> line.append(" %9s".formatted(count)));
    return line.append('\n').toString();
  }
}
