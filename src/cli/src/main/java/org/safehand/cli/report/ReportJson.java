package org.safehand.cli.report;

import java.util.List;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;

/** A report for programs; the words are those that people read. */
final class ReportJson {
  private ReportJson() {}

  static JsonObject of(Report report) {
    JsonObjectBuilder facts = JsonObject.builder();
    report.facts().forEach(fact -> facts.put(fact.get(0), fact.get(1)));
    return JsonObject.builder()
        .put("facts", facts.build())
        .put("sections", JsonArray.of(report.sections().stream().map(ReportJson::section).toList()))
        .put("title", report.title())
        .put("v", 1)
        .build();
  }

  private static JsonObject section(Section section) {
    JsonObjectBuilder json =
        JsonObject.builder()
            .put("id", section.id())
            .put("text", JsonArray.ofStrings(section.text()))
            .put("title", section.title());
    if (section.columns().isEmpty()) {
      return json.build();
    }
    if (section.rows().isEmpty()) {
      json.put("empty", section.whenEmpty());
    }
    return json.put(
            "rows",
            JsonArray.of(section.rows().stream().map(row -> row(section.columns(), row)).toList()))
        .build();
  }

  private static JsonObject row(List<String> columns, List<String> cells) {
    JsonObjectBuilder json = JsonObject.builder();
    for (int i = 0; i < columns.size(); i++) {
      json.put(columns.get(i), cells.get(i));
    }
    return json.build();
  }
}
