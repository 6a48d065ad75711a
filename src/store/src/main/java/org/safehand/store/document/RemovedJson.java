package org.safehand.store.document;

import java.util.ArrayList;
import java.util.List;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.exhibit.Exhibit;
import org.safehand.referral.exhibit.RemovedExhibit;

/** Which of a referral version's exhibits were taken out, as JSON; the exhibits stand elsewhere. */
final class RemovedJson {
  private RemovedJson() {}

  static JsonArray of(List<RemovedExhibit> removed) {
    return JsonArray.of(removed.stream().map(RemovedJson::of).toList());
  }

  private static JsonObject of(RemovedExhibit removed) {
    return JsonObject.builder()
        .put("at", removed.at().toString())
        .put("by", removed.by().value())
        .put("number", removed.exhibit().number())
        .put("reason", removed.reason())
        .build();
  }

  /** Those of {@code exhibits} of which the member {@code name} says that they were taken out. */
  static List<RemovedExhibit> removed(JsonObject json, String name, List<Exhibit> exhibits)
      throws JsonException {
    List<RemovedExhibit> removed = new ArrayList<>();
    if (json.has(name)) {
      for (JsonObject gone : json.array(name).objects()) {
        removed.add(
            new RemovedExhibit(
                numbered(gone, exhibits),
                new StaffNumber(gone.string("by")),
                Spelling.instant(gone, "at"),
                gone.string("reason")));
      }
    }
    return removed;
  }

  /** The others. */
  static List<Exhibit> present(List<Exhibit> exhibits, List<RemovedExhibit> removed) {
    return exhibits.stream()
        .filter(exhibit -> removed.stream().noneMatch(gone -> gone.exhibit().equals(exhibit)))
        .toList();
  }

  private static Exhibit numbered(JsonObject gone, List<Exhibit> exhibits) throws JsonException {
    int number = Spelling.number(gone, "number");
    return exhibits.stream()
        .filter(exhibit -> exhibit.number() == number)
        .findFirst()
        .orElseThrow(() -> gone.fault("number", "no exhibit has this number"));
  }
}
