package org.safehand.referral.stream;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.safehand.packaging.segment.SegmentFacts;

/**
 * A fixed number of plaintext buffers of 16 MiB, lent in the order of asking. Who asks for one more
 * waits. Safe for several threads.
 */
public final class SegmentBuffers {
  private final Semaphore permits;
  private final ConcurrentLinkedQueue<byte[]> idle = new ConcurrentLinkedQueue<>();

  /**
   * At most {@code count} buffers at once. One more segment's worth of ciphertext lives beside
   * each.
   */
  public SegmentBuffers(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("at least one buffer is needed");
    }
    this.permits = new Semaphore(count, true);
  }

  /** What {@code use} makes with a buffer, whose content is wiped afterwards. */
  <T> T lend(Function<byte[], T> use) {
    permits.acquireUninterruptibly();
    try {
      byte[] pooled = idle.poll();
      byte[] buffer = pooled == null ? new byte[SegmentFacts.MAX_BYTES] : pooled;
      try {
        return use.apply(buffer);
      } finally {
        Arrays.fill(buffer, (byte) 0);
        idle.add(buffer);
      }
    } finally {
      permits.release();
    }
  }
}
