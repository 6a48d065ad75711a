package org.safehand.referral.handover;

import java.time.Instant;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.document.Faults;
import org.safehand.referral.document.ObjectShape;
import org.safehand.referral.document.TextShape;
import org.safehand.referral.document.TimeShape;
import org.safehand.referral.id.DutyId;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;

/** Reads a shift out of its document. */
final class ShiftDocument {
  private static final ObjectShape SHIFT =
      ObjectShape.empty()
          .must("person", new TextShape(64, StaffNumber::isWellFormed, "a staff number"))
          .must("from", new TimeShape())
          .must("until", new TimeShape());

  private ShiftDocument() {}

  /** The shift of {@code unit} that {@code document} says, which is not over at {@code now}. */
  static Outcome<DutyShift> read(JsonObject document, DutyId id, String unit, Instant now) {
    Faults faults = new Faults();
    SHIFT.check(document, "", faults);
    if (!faults.found().isEmpty()) {
      return Outcome.refused(Refusal.of(faults.found()));
    }
    try {
      Instant from = time(document, "from");
      Instant until = time(document, "until");
      if (!DutyShift.isShift(from, until) || !now.isBefore(until)) {
        faults.add(
            "/until",
            RefusalCode.VALUE_INVALID,
            "must be after the begin and after now, by at most 31 days");
        return Outcome.refused(Refusal.of(faults.found()));
      }
      return Outcome.done(
          new DutyShift(id, unit, new StaffNumber(document.string("person")), from, until));
    } catch (JsonException e) {
      throw new IllegalStateException("the shape let through what the reader does not know", e);
    }
  }

  private static Instant time(JsonObject document, String name) throws JsonException {
    return TimeShape.parse(document.string(name)).orElseThrow();
  }
}
