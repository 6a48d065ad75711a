package org.safehand.custody.vectors.extract;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.safehand.custody.completeness.SampleCase;
import org.safehand.custody.completeness.SampleLog;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.extract.Extract;
import org.safehand.custody.extract.ExtractLevel;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.vectors.event.Parts;
import org.safehand.custody.vectors.form.FixedRandom;
import org.safehand.custody.vectors.log.TestKey;

/**
 * A case of three events in a log that also holds leaves of others, the same bytes in every run.
 * What is forged in it the log truly holds.
 */
final class SampleChain {
  private static final Instant TIME = Instant.parse("2026-11-24T03:51:59.123Z");

  final SampleLog log = new SampleLog(LogKey.generate(TestKey.ORIGIN, new FixedRandom("log")));
  final SampleCase subject = new SampleCase(log, Parts.CASE, new FixedRandom("case"), headers(0));
  private int foreign;

  SampleChain() {
    this(0);
  }

  /** The same among other leaves of others, of which the first is {@code foreign}. */
  SampleChain(int foreign) {
    this.foreign = foreign;
    foreign();
    subject.add(EventType.CASE_OPENED);
    subject.add(EventType.READ);
    foreign();
    subject.add(EventType.READ);
  }

  /** Headers of events a second apart, with numbers from {@code first} on. */
  private static Function<EventType, EventHeader.Builder> headers(int first) {
    int[] number = {first};
    return type -> {
      int n = number[0]++;
      return Parts.header(
          String.format("01931b3e-9000-7000-8000-%012x", n + 16), type, TIME.plusSeconds(n));
    };
  }

  /** A header of the next event of the case, for facts of its own. */
  EventHeader.Builder header(EventType type) {
    return headers(subject.events.size()).apply(type);
  }

  /** An event of somebody else. */
  void foreign() {
    log.append(BlindLeaf.of(Parts.leaf(foreign++)).orElseThrow());
  }

  /** Somebody else's chain of the same case, of whose first events it shares {@code shared}. */
  SampleCase twin(int shared) {
    SampleCase twin = new SampleCase(log, subject.id, new FixedRandom("twin"), headers(64));
    twin.periods.clear();
    twin.periods.addAll(subject.periods);
    twin.events.addAll(subject.events.subList(0, shared));
    return twin;
  }

  /** The extract at {@code level}, issued now at the highest. */
  Extract issued(ExtractLevel level) {
    subject.issue(ExtractLevel.DETAILS, false);
    return subject.extract(level);
  }

  static UUID otherCase() {
    return UUID.fromString("01931b3e-7b2e-7000-8000-000000000002");
  }
}
