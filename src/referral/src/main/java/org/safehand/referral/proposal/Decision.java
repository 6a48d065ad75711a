package org.safehand.referral.proposal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.safehand.referral.access.Signatory;

/** Who decided, and when. */
public record Decision(Signatory by, Instant at) {
  /** Refuses nulls. */
  public Decision {
    requireNonNull(by, "by is null");
    requireNonNull(at, "at is null");
  }
}
