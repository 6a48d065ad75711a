package org.safehand.referral.stream;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How fast an exhibit passes a connection: who sends or takes it slower than {@link
 * #MIN_BYTES_A_SECOND} on average holds buffers that others wait for. What the gateway itself takes
 * its time for does not count. Not safe for several threads.
 */
public final class Pace {
  /** 64 KiB, so that a segment is through in less than five minutes. */
  public static final long MIN_BYTES_A_SECOND = 64 * 1024;

  /** For how long nothing is asked, at the beginning. */
  public static final Duration GRACE = Duration.ofSeconds(30);

  private final Clock clock;
  private Duration taken = Duration.ZERO;
  private long bytes;

  /** By {@code clock}. */
  public Pace(Clock clock) {
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** When a step of the connection begins. */
  public Instant begin() {
    return clock.instant();
  }

  /**
   * By a step that began at {@code begun} so many {@code more} bytes have passed.
   *
   * @throws TooSlowException if all steps so far took too long
   */
  public void passed(Instant begun, long more) throws TooSlowException {
    bytes += more;
    taken = taken.plus(Duration.between(begun, clock.instant()));
    if (taken.minus(GRACE).toSeconds() > bytes / MIN_BYTES_A_SECOND) {
      throw new TooSlowException(bytes);
    }
  }
}
