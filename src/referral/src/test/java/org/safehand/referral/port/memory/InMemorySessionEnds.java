package org.safehand.referral.port.memory;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.person.SessionEnds;

/** Ends of sessions in memory. */
public final class InMemorySessionEnds implements SessionEnds {
  private final Shelf<StaffNumber, Instant> ends;

  public InMemorySessionEnds(InMemoryUnitOfWork unit) {
    this.ends = new Shelf<>(unit);
  }

  @Override
  public void end(StaffNumber person, Instant at) {
    Instant before = ends.find(person).orElse(Instant.MIN);
    ends.put(person, before.isAfter(at) ? before : at);
  }

  @Override
  public boolean isEnded(StaffNumber person, Instant proven) {
    return ends.find(person)
        .filter(end -> !proven.isAfter(end.truncatedTo(ChronoUnit.SECONDS)))
        .isPresent();
  }
}
