package org.safehand.web.audit;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Lets so many through at once and so many a second after that. Safe for several threads. */
final class TokenBucket {
  private final double perNano;
  private final double burst;
  private final LongSupplier nanos;
  private double tokens;
  private long filled;

  /**
   * @param nanos a clock that only ever goes on, for example {@link System#nanoTime}
   */
  TokenBucket(long perSecond, long burst, LongSupplier nanos) {
    this.perNano = (double) perSecond / TimeUnit.SECONDS.toNanos(1);
    this.burst = burst;
    this.nanos = requireNonNull(nanos, "nanos is null");
    this.tokens = burst;
    this.filled = nanos.getAsLong();
  }

  /** Whether one more may pass now. */
  synchronized boolean take() {
    long now = nanos.getAsLong();
    tokens = Math.min(burst, tokens + (now - filled) * perNano);
    filled = now;
    if (tokens < 1) {
      return false;
    }
    tokens -= 1;
    return true;
  }
}
