package org.safehand.referral.stream;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import org.safehand.packaging.segment.SegmentFacts;
import org.safehand.packaging.segment.Tag;

/**
 * A fixed number of pairs of buffers of one segment each, lent in the order of asking. Who asks for
 * one more waits. Safe for several threads.
 *
 * <p>What is lent is all the memory that intake needs: a segment is encrypted in the buffer that it
 * was read into.
 */
public final class SegmentBuffers {
  /** As many pairs as a gateway with a heap of 512 MiB lends: 128 MiB of it. */
  public static final int OF_A_GATEWAY = 4;

  private static final int ROOM = SegmentFacts.MAX_BYTES + Tag.LENGTH;

  private final Semaphore permits;
  private final ConcurrentLinkedQueue<Pair> idle = new ConcurrentLinkedQueue<>();

  /** At most {@code count} pairs at once, each of 32 MiB; made when they are first needed. */
  public SegmentBuffers(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("at least one pair of buffers is needed");
    }
    this.permits = new Semaphore(count, true);
  }

  private static final class Pair {
    private final byte[] first = new byte[ROOM];
    private final byte[] second = new byte[ROOM];

    void wipe() {
      Arrays.fill(first, (byte) 0);
      Arrays.fill(second, (byte) 0);
    }
  }

  /**
   * What {@code use} makes with two buffers, each with room for the largest segment and its tag,
   * whose content is wiped afterwards.
   */
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
