package org.safehand.web.view;

import org.safehand.custody.audit.AuditReport;
import org.safehand.custody.audit.Finding;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonObject;

/** What an audit of the stored log came to. */
public final class AuditJson {
  private AuditJson() {}

  /** Everything that {@code report} says. */
  public static JsonObject of(AuditReport report) {
    return JsonObject.builder()
        .put("holds", report.holds())
        .put("events", report.events())
        .put("entries", report.size())
        .put("root", report.root().base64())
        .put("findingCount", report.count())
        .put("findings", JsonArray.of(report.findings().stream().map(AuditJson::of).toList()))
        .build();
  }

  private static JsonObject of(Finding finding) {
    return JsonObject.builder()
        .put("code", finding.fault().code())
        .put("place", finding.place())
        .put("expected", finding.expected())
        .put("found", finding.found())
        .build();
  }
}
