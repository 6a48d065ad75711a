package org.safehand.custody.vectors.extract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safehand.custody.completeness.LogCoverage;
import org.safehand.custody.completeness.VerifiedExtract;
import org.safehand.custody.vectors.form.Vector;

/** What a verifier finds in a good extract, by the names of the fields. */
final class ExtractResults {
  private ExtractResults() {}

  static Map<String, List<String>> of(VerifiedExtract verified) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    found.put("size", List.of(Long.toString(verified.checkpoint().size())));
    found.put("signer", verified.signers());
    found.put("cosigner", verified.witnesses());
    found.put("events", List.of(Long.toString(verified.issued().end().count())));
    found.put("issued-event", List.of(verified.issuing().eventId().toString()));
    found.put("issued-level", List.of(verified.issued().level().wire()));
    found.put("issued-to-date", List.of(Boolean.toString(verified.issued().toDate())));
    found.put(
        "lost",
        verified.lost().stream()
            .map(run -> run.first() + " " + run.count() + " " + run.restored())
            .toList());
    found.put(
        "log-size",
        verified.coverage().map(LogCoverage::log).stream()
            .map(log -> Long.toString(log.size()))
            .toList());
    found.put(
        "later",
        verified.coverage().map(LogCoverage::laterEvents).stream()
            .flatMap(later -> later.stream().mapToObj(Long::toString))
            .toList());
    return found;
  }

  /** {@code vector} with what is found. */
  static Vector in(Vector vector, VerifiedExtract verified) {
    Vector with = vector;
    for (Map.Entry<String, List<String>> field : of(verified).entrySet()) {
      with = with.withAll(field.getKey(), field.getValue());
    }
    return with;
  }
}
