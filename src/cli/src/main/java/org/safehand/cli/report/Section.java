package org.safehand.cli.report;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A part of a report.
 *
 * @param id names it for programs and links
 * @param title names it for people
 * @param text paragraphs before the table
 * @param columns of the table; none if there is no table
 * @param rows as many cells each as there are columns
 * @param whenEmpty what stands in place of a table without rows
 */
record Section(
    String id,
    String title,
    List<String> text,
    List<String> columns,
    List<List<String>> rows,
    String whenEmpty) {
  Section {
    requireNonNull(id, "id is null");
    requireNonNull(title, "title is null");
    text = List.copyOf(text);
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    requireNonNull(whenEmpty, "whenEmpty is null");
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException("a row has as many cells as there are columns");
      }
    }
  }

  /** A section of text alone. */
  static Section ofText(String id, String title, List<String> text) {
    return new Section(id, title, text, List.of(), List.of(), "");
  }
}
