package org.safehand.web.audit;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.safehand.referral.anchor.FileMark;

/**
 * Takes lines from requests, on whatever thread, and writes them on its own. At most 500 at once
 * and 50 a second are kept; what is too much, or cannot be written, is dropped and counted, and the
 * count is written as a line as soon as one can be.
 */
public final class AuditTrail implements AutoCloseable {
  /** Bytes after which the next file is begun. */
  static final long FILE_LIMIT = 64L * 1024 * 1024;

  private static final Logger LOG = System.getLogger(AuditTrail.class.getName());
  private static final int A_SECOND = 50;
  private static final int AT_ONCE = 500;
  private static final int WAITING = 1000;
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final long TO_END = TimeUnit.SECONDS.toMillis(5);

  private final BlockingQueue<AuditLine> queue = new ArrayBlockingQueue<>(WAITING);
  private final AtomicLong dropped = new AtomicLong();
  private final AuditFile file;
  private final TokenBucket bucket;
  private final Clock clock;
  private final LongSupplier nanos;
  private final Duration period;
  private final Consumer<FileMark> anchoring;
  private @Nullable Thread thread;
  private volatile boolean stopping;
  private boolean failing;
  private long writeAgain;
  private long countAgain;
  private long anchorAgain;

  /**
   * A trail that is not written before {@link #start}.
   *
   * @param anchoring puts a mark into the custody log; called each period for what grew
   */
  public AuditTrail(AuditSettings settings, Clock clock, Consumer<FileMark> anchoring) {
    this(settings, FILE_LIMIT, clock, System::nanoTime, anchoring);
  }

  AuditTrail(
      AuditSettings settings,
      long fileLimit,
      Clock clock,
      LongSupplier nanos,
      Consumer<FileMark> anchoring) {
    Path folder = settings.folder();
    this.file = new AuditFile(folder, settings.node().value(), fileLimit);
    this.bucket = new TokenBucket(A_SECOND, AT_ONCE, nanos);
    this.clock = requireNonNull(clock, "clock is null");
    this.nanos = requireNonNull(nanos, "nanos is null");
    this.period = settings.period();
    this.anchoring = requireNonNull(anchoring, "anchoring is null");
    long now = nanos.getAsLong();
    this.writeAgain = now;
    this.countAgain = now;
    this.anchorAgain = now + period.toNanos();
  }

  /** Writes from now on, on a thread of {@code threads}. */
  public void start(ThreadFactory threads) {
    Thread writer = threads.newThread(this::write);
    writer.setName("safehand-audit");
    thread = writer;
    writer.start();
  }

  /** Takes {@code line}, or counts it; never waits and never fails. */
  void note(AuditLine line) {
    if (!bucket.take() || !queue.offer(line)) {
      dropped.incrementAndGet();
    }
  }

  Clock clock() {
    return clock;
  }

  private void write() {
    try {
      while (!stopping) {
        AuditLine first = queue.poll(1, TimeUnit.SECONDS);
        work(first);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes {@code first} and all that waits, the count if there is one, and anchors if due. */
  void work(@Nullable AuditLine first) {
    for (AuditLine line = first == null ? queue.poll() : first; line != null; line = queue.poll()) {
      if (!append(line.bytes())) {
        dropped.incrementAndGet();
      }
    }
    count();
    if (nanos.getAsLong() - anchorAgain >= 0) {
      anchor();
    }
  }

  private void count() {
    long now = nanos.getAsLong();
    long count = dropped.get();
    if (count > 0 && now - countAgain >= 0 && append(AuditLine.dropped(clock.instant(), count))) {
      dropped.addAndGet(-count);
      countAgain = now + SECOND;
    }
  }

  private boolean append(byte[] line) {
    if (nanos.getAsLong() - writeAgain < 0) {
      return false;
    }
    try {
      file.append(line);
      failing = false;
      return true;
    } catch (IOException | RuntimeException e) {
      writeAgain = nanos.getAsLong() + SECOND;
      if (!failing) {
        LOG.log(Level.ERROR, "the audit file cannot be written; its lines are counted", e);
      }
      failing = true;
      return false;
    }
  }

  private void anchor() {
    anchorAgain = nanos.getAsLong() + period.toNanos();
    try {
      for (FileMark mark : file.grown()) {
        anchoring.accept(mark);
        file.anchored(mark);
      }
    } catch (IOException | RuntimeException e) {
      anchorAgain = nanos.getAsLong() + Math.min(period.toNanos(), 60 * SECOND);
      LOG.log(Level.WARNING, "the audit file is not anchored yet", e);
    }
  }

  /** Ends the thread and writes what still waits. */
  @Override
  public void close() {
    stopping = true;
    Thread writer = thread;
    if (writer != null) {
      // not interrupted: that would close the file under a write
      try {
        writer.join(TO_END);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      if (writer.isAlive()) {
        return;
      }
    }
    countAgain = nanos.getAsLong();
    writeAgain = countAgain;
    anchorAgain = Long.MAX_VALUE;
    work(null);
    file.close();
  }
}
