package org.safehand.referral.stream;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How fast an exhibit passes, from now on: who sends or takes it slower than {@link
 * #MIN_BYTES_A_SECOND} on average holds buffers that others wait for. Not safe for several threads.
 */
public final class Pace {
  /** 64 KiB, so that a segment is through in less than five minutes. */
  public static final long MIN_BYTES_A_SECOND = 64 * 1024;

  /** For how long nothing is asked, at the beginning. */
  public static final Duration GRACE = Duration.ofSeconds(30);

  private final Clock clock;
  private final Instant begun;
  private long bytes;

  /** Begins now, by {@code clock}. */
  public Pace(Clock clock) {
    this.clock = requireNonNull(clock, "clock is null");
    this.begun = clock.instant();
  }

  /**
   * So many {@code more} bytes have passed.
   *
   * @throws TooSlowException if those so far took too long
   */
  public void passed(long more) throws TooSlowException {
    bytes += more;
    Duration beyond = Duration.between(begun, clock.instant()).minus(GRACE);
    if (beyond.toSeconds() > bytes / MIN_BYTES_A_SECOND) {
      throw new TooSlowException(bytes);
    }
  }
}
