package org.safehand.cli.report;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a report says, in whatever form it is written.
 *
 * @param title of the whole
 * @param facts name and value of what holds for the whole
 * @param sections in order
 */
record Report(String title, List<List<String>> facts, List<Section> sections) {
  Report {
    requireNonNull(title, "title is null");
    facts = facts.stream().map(List::copyOf).toList();
    sections = List.copyOf(sections);
  }
}
