package org.safehand.referral.act;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.safehand.referral.access.Signatory;

/** Who returned or withdrew a referral, when, and why. */
public record Closing(Signatory by, Instant at, String reason) {
  /** Refuses nulls. */
  public Closing {
    requireNonNull(by, "by is null");
    requireNonNull(at, "at is null");
    requireNonNull(reason, "reason is null");
  }

  /** The same with {@code mask} in place of the reason. */
  public Closing masked(String mask) {
    return new Closing(by, at, mask);
  }
}
