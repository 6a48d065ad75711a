package org.safehand.referral.document;

import java.time.Instant;
import java.util.Optional;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.json.JsonString;
import org.safehand.custody.json.JsonValue;

/** A moment in UTC, to the second or to the millisecond. */
public record TimeShape() implements Shape {
  @Override
  public void check(JsonValue value, String at, Faults faults) {
    if (!(value instanceof JsonString text) || parse(text.value()).isEmpty()) {
      faults.wrongKind(at, "a time in UTC like 2026-11-24T03:51:59Z");
    }
  }

  /** The moment written as {@code text}, if it is one. */
  public static Optional<Instant> parse(String text) {
    Optional<Instant> millis = UtcText.parseMillis(text);
    return millis.isPresent() ? millis : UtcText.parseSeconds(text);
  }
}
