package org.safehand.cli.extract;

import java.util.ArrayList;
import java.util.List;
import org.safehand.custody.completeness.LostRun;
import org.safehand.custody.completeness.VerifiedExtract;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;

/** What the verifier found, in the words of the command line. */
final class ExtractFindings {
  private ExtractFindings() {}

  static JsonObject of(VerifiedExtract verified) {
    JsonObjectBuilder json =
        JsonObject.builder()
            .put("verified", true)
            .put("case", verified.extract().caseId().toString())
            .put("events", verified.extract().events().size())
            .put("level", verified.extract().level().wire())
            .put("issued", UtcText.millis(verified.issuing().time()))
            .put("issuedBy", verified.issuing().actor().id())
            .putIfPresent("purpose", verified.issuing().basis().map(basis -> basis.purpose()))
            .put("origin", verified.checkpoint().origin())
            .put("checkpointSize", verified.checkpoint().size())
            .put("root", verified.checkpoint().root().hex())
            .put("signers", JsonArray.ofStrings(verified.signers()))
            .put("witnesses", JsonArray.ofStrings(verified.witnesses()))
            .put("sha256", verified.sha256().hex())
            .put("lost", JsonArray.of(verified.lost().stream().map(ExtractFindings::run).toList()))
            .put("checked", JsonArray.ofStrings(checked(verified)))
            .put("notChecked", JsonArray.ofStrings(notChecked(verified)));
    verified
        .coverage()
        .ifPresent(
            coverage -> {
              json.put("logEntries", coverage.log().size());
              coverage.laterEvents().ifPresent(later -> json.put("laterEvents", later));
            });
    return json.build();
  }

  private static JsonObject run(LostRun run) {
    return JsonObject.builder()
        .put("first", run.first())
        .put("count", run.count())
        .put("restored", run.restored())
        .build();
  }

  private static List<String> checked(VerifiedExtract verified) {
    List<String> checked = new ArrayList<>();
    checked.add("every event is in the log that the checkpoint commits to");
    checked.add(
        "the events have the numbers 0 to " + last(verified) + ", each names the one before");
    checked.add("what is open is what was recorded");
    if (verified.coverage().isPresent()) {
      checked.add("no number of the case is twice in the whole log");
      checked.add("the case does not go on beside the extract");
    }
    return checked;
  }

  private static List<String> notChecked(VerifiedExtract verified) {
    List<String> not = new ArrayList<>();
    if (verified.coverage().isEmpty()) {
      not.add("whether the log holds a second version of the case: that takes --log");
    }
    if (verified.extract().nextTagKey().isEmpty()) {
      not.add("how many events followed: that takes an extract to date, which an auditor has");
    }
    not.add("whether something happened that was never logged: no log can tell");
    return not;
  }

  private static int last(VerifiedExtract verified) {
    return verified.extract().events().size() - 1;
  }
}
