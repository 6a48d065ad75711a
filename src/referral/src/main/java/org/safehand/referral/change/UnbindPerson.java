package org.safehand.referral.change;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.json.JsonObject;
import org.safehand.referral.access.StaffNumber;

/** A person may do nothing any more. They are not forgotten: their number stands in the log. */
public record UnbindPerson(StaffNumber subject, long read) implements PersonChange {
  static final String KIND = "person-deactivate";

  /** Refuses null, and a revision that nobody can have read. */
  public UnbindPerson {
    requireNonNull(subject, "subject is null");
    if (read < 1) {
      throw new IllegalArgumentException("revisions count from 1");
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public JsonObject content() {
    return JsonObject.builder()
        .put("kind", KIND)
        .put("number", subject.value())
        .put("revision", read)
        .build();
  }
}
