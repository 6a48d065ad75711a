package org.safehand.systemtests.access;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One cell of the table: who does what to which object, and whether they may. */
record Cell(String operation, String object, Who who, Verdict verdict) {

  /** The cells of a table whose first line names the columns. */
  static List<Cell> of(String table) {
    List<List<String>> rows =
        table.lines().map(line -> Arrays.asList(line.trim().split(" +", -1))).toList();
    List<Who> columns = rows.get(0).stream().skip(2).map(Who::named).toList();
    return rows.stream().skip(1).flatMap(row -> cells(row, columns)).toList();
  }

  private static Stream<Cell> cells(List<String> row, List<Who> columns) {
    if (row.size() != columns.size() + 2) {
      throw new AssertionError("a row with a cell missing or too many: " + row);
    }
    return IntStream.range(0, columns.size())
        .mapToObj(
            i -> new Cell(row.get(0), row.get(1), columns.get(i), Verdict.valueOf(row.get(i + 2))));
  }

  @Override
  public String toString() {
    return operation + " of " + object + " by " + who + ": " + verdict;
  }
}
