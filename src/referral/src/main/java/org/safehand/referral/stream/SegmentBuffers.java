package org.safehand.referral.stream;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import org.safehand.packaging.segment.SegmentFacts;

/**
 * A fixed number of pairs of plaintext buffers of 16 MiB, lent in the order of asking. Who asks for
 * one more waits. Safe for several threads.
 */
public final class SegmentBuffers {
  private final Semaphore permits;
  private final ConcurrentLinkedQueue<Pair> idle = new ConcurrentLinkedQueue<>();

  /** At most {@code count} pairs at once. One segment's worth of ciphertext lives beside each. */
  public SegmentBuffers(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("at least one pair of buffers is needed");
    }
    this.permits = new Semaphore(count, true);
  }

  private static final class Pair {
    private final byte[] first = new byte[SegmentFacts.MAX_BYTES];
    private final byte[] second = new byte[SegmentFacts.MAX_BYTES];

    void wipe() {
      Arrays.fill(first, (byte) 0);
      Arrays.fill(second, (byte) 0);
    }
  }

  /** What {@code use} makes with two buffers, whose content is wiped afterwards. */
  <T> T lend(BiFunction<byte[], byte[], T> use) {
    permits.acquireUninterruptibly();
    try {
      Pair pooled = idle.poll();
      Pair pair = pooled == null ? new Pair() : pooled;
      try {
        return use.apply(pair.first, pair.second);
      } finally {
        pair.wipe();
        idle.add(pair);
      }
    } finally {
      permits.release();
    }
  }
}
