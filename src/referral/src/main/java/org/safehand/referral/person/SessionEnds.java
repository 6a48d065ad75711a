package org.safehand.referral.person;

import java.time.Instant;
import org.safehand.referral.access.StaffNumber;

/** Until when the sign-ins of people do not count any more. */
public interface SessionEnds {
  /**
   * Whoever proved to be {@code person} at {@code at} or before is not signed in any more, on any
   * node. An earlier end than the one that is there changes nothing. Within a unit of work.
   */
  void end(StaffNumber person, Instant at);

  /**
   * Whether what {@code person} proved at {@code proven} does not count any more. Identity
   * providers tell whole seconds, so a sign-in in the second of the end does not count either.
   */
  boolean isEnded(StaffNumber person, Instant proven);
}
