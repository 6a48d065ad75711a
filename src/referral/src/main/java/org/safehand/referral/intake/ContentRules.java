package org.safehand.referral.intake;

import java.util.List;
import java.util.Optional;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.code.Code;
import org.safehand.referral.content.EvaluationScheme;
import org.safehand.referral.document.Faults;
import org.safehand.referral.location.WebAddress;
import org.safehand.referral.refusal.RefusalCode;

/** The rules that bind one field to another, for a document whose shape holds. */
final class ContentRules {
  private ContentRules() {}

  static void check(JsonObject document, Faults faults) throws JsonException {
    urgencyHasReason(document.object("header"), faults);
    handling(document.object("handling"), faults);
    List<JsonObject> locations = document.array("locations").objects();
    for (int i = 0; i < locations.size(); i++) {
      derivedForms(locations.get(i), "/locations/" + i, faults);
    }
  }

  private static void urgencyHasReason(JsonObject header, Faults faults) throws JsonException {
    String urgency = header.string("urgency");
    if ((urgency.equals("U0") || urgency.equals("U1")) && !header.has("urgencyReason")) {
      faults.add(
          "/header/urgencyReason", RefusalCode.FIELD_REQUIRED, "is obligatory for U0 and U1");
    }
  }

  private static void handling(JsonObject handling, Faults faults) throws JsonException {
    if (handling.string("useCode").equals("H3") && !handling.has("useRestriction")) {
      faults.add("/handling/useRestriction", RefusalCode.FIELD_REQUIRED, "is obligatory for H3");
    }
    JsonObject evaluation = handling.object("evaluation");
    EvaluationScheme scheme = Code.of(EvaluationScheme.values(), evaluation.string("scheme"));
    if (!scheme.grades(evaluation.string("value"))) {
      faults.add(
          "/handling/evaluation/value", RefusalCode.UNKNOWN_CODE, "is not a grade of the scheme");
    }
  }

  private static void derivedForms(JsonObject location, String at, Faults faults)
      throws JsonException {
    WebAddress address = new WebAddress(location.string("url"));
    same(location, "normalised", address.normalised(), at, faults);
    same(location, "defanged", address.defanged(), at, faults);
  }

  private static void same(
      JsonObject location, String name, String derived, String at, Faults faults)
      throws JsonException {
    Optional<String> given = location.optionalString(name);
    if (given.isPresent() && !given.get().equals(derived)) {
      faults.add(at + "/" + name, RefusalCode.VALUE_INVALID, "does not follow from the url");
    }
  }
}
