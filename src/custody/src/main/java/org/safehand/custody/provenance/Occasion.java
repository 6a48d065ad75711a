package org.safehand.custody.provenance;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;

/**
 * When it was done, and by which clock.
 *
 * @param start the beginning, to the millisecond; what is finer is cut off
 * @param end the end; not before the start
 * @param clock the source of time, for example {@code ntp}
 * @param offsetMillis how far that clock was known to be ahead of UTC, in milliseconds
 */
public record Occasion(Instant start, Instant end, String clock, long offsetMillis) {
  private static final Set<String> MEMBERS = Set.of("clock", "end", "offset", "start");

  public Occasion {
    start = requireNonNull(start, "start is null").truncatedTo(ChronoUnit.MILLIS);
    end = requireNonNull(end, "end is null").truncatedTo(ChronoUnit.MILLIS);
    requireNonNull(clock, "clock is null");
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("an occasion does not end before it starts");
    }
  }

  /** A moment by the system clock, taken as true UTC. */
  public static Occasion at(Instant moment) {
    return new Occasion(moment, moment, "system", 0);
  }

  public JsonObject toJson() {
    return JsonObject.builder()
        .put("clock", clock)
        .put("end", UtcText.millis(end))
        .put("offset", offsetMillis)
        .put("start", UtcText.millis(start))
        .build();
  }

  public static Occasion fromJson(JsonObject json) throws JsonException {
    json.requireOnly(MEMBERS);
    Instant start = time(json, "start");
    Instant end = time(json, "end");
    if (end.isBefore(start)) {
      throw json.fault("end", "before the start");
    }
    return new Occasion(start, end, json.string("clock"), json.integer("offset"));
  }

  private static Instant time(JsonObject json, String name) throws JsonException {
    return UtcText.parseMillis(json.string(name))
        .orElseThrow(() -> json.fault(name, "not a time in UTC to the millisecond"));
  }
}
