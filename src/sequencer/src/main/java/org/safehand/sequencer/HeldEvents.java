package org.safehand.sequencer;

import static java.util.Objects.requireNonNull;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.safehand.sequencer.database.PendingEvent;
import org.safehand.sequencer.fault.SequencerCode;

/**
 * The events that stay pending. Each is named on the alarm stream when it is held, and again each
 * time it is looked at anew and still does not hold.
 */
final class HeldEvents {
  private final PrintStream alarms;
  private final Clock clock;
  private final Duration interval;
  private final Set<UUID> held = new HashSet<>();
  private Instant lookAgain;

  HeldEvents(PrintStream alarms, Clock clock, Duration interval) {
    this.alarms = requireNonNull(alarms, "alarms is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.interval = requireNonNull(interval, "interval is null");
    this.lookAgain = clock.instant().plus(interval);
  }

  /** Forgets all that are held if it is time to look at them anew. */
  boolean forgetIfDue() {
    boolean due = !held.isEmpty() && !clock.instant().isBefore(lookAgain);
    if (due) {
      held.clear();
    }
    return due;
  }

  /** The ids not to be looked at now. */
  Set<UUID> ids() {
    return Set.copyOf(held);
  }

  void hold(Map<PendingEvent, SequencerCode> events) {
    if (held.isEmpty()) {
      lookAgain = clock.instant().plus(interval);
    }
    events.forEach(
        (event, code) -> {
          held.add(event.eventId());
          alarms.println(
              "ALARM "
                  + code.code()
                  + ": event "
                  + event.eventId()
                  + " of node "
                  + event.nodeId().replaceAll("[^A-Za-z0-9._-]", "?")
                  + " stays pending");
        });
  }
}
