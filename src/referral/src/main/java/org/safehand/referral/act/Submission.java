package org.safehand.referral.act;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.safehand.referral.access.Signatory;

/** Who submitted a referral to be sealed, and when. */
public record Submission(Signatory by, Instant at) {
  /** Refuses nulls. */
  public Submission {
    requireNonNull(by, "by is null");
    requireNonNull(at, "at is null");
  }
}
