package org.safehand.referral.sealing;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.timestamp.TimeStampException;
import org.safehand.custody.timestamp.TimeStampToken;
import org.safehand.custody.trust.Trust;
import org.safehand.referral.fault.TimeStampUnavailableException;
import org.safehand.referral.port.TimeStampAuthority;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;

/** Fetches time-stamps and lets only those pass that whoever verifies later will trust. */
public final class TimeStamps {
  /** A token that holds, and the time it says. */
  public record Stamp(TimeStampToken token, Instant time) {
    /** Refuses nulls. */
    public Stamp {
      requireNonNull(token, "token is null");
      requireNonNull(time, "time is null");
    }
  }

  private final TimeStampAuthority authority;
  private final Trust trust;

  /** Asks {@code authority}; what {@code trust} does not hold is as good as no answer. */
  public TimeStamps(TimeStampAuthority authority, Trust trust) {
    this.authority = requireNonNull(authority, "authority is null");
    this.trust = requireNonNull(trust, "trust is null");
  }

  /** A time-stamp over {@code digest}. Never called within a unit of work. */
  public Outcome<Stamp> over(Digest digest) {
    try {
      TimeStampToken token = authority.stamp(digest);
      return Outcome.done(new Stamp(token, token.verify(digest, trust).time()));
    } catch (TimeStampUnavailableException | TimeStampException e) {
      return Outcome.refused(
          RefusalCode.TIME_STAMP_UNAVAILABLE, "no time-stamp could be had: " + e.getMessage());
    }
  }
}
