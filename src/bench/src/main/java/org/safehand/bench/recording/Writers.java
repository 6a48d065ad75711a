package org.safehand.bench.recording;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several threads that append as fast as each can, for a given time. */
final class Writers {
  private static final double NANOS_PER_SECOND = 1e9;

  private final int count;
  private final Duration time;

  Writers(int count, Duration time) {
    this.count = count;
    this.time = time;
  }

  /** What one writer does, again and again; when an append returns, it is durable. */
  interface Append extends AutoCloseable {
    void append() throws Exception;

    @Override
    default void close() throws SQLException {}
  }

  /** Makes an append for one writer. */
  interface Source {
    Append open() throws Exception;
  }

  /** Appends a second, of all writers together; the first fault of any is thrown. */
  double perSecond(Source source) throws Exception {
    CyclicBarrier start = new CyclicBarrier(count);
    ExecutorService pool = Executors.newFixedThreadPool(count);
    try {
      List<Callable<Double>> writers = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        writers.add(() -> write(source, start));
      }
      double sum = 0;
      for (Future<Double> rate : pool.invokeAll(writers)) {
        sum += rate.get();
      }
      return sum;
    } finally {
      pool.shutdownNow();
    }
  }

  private double write(Source source, CyclicBarrier start) throws Exception {
    try (Append writer = source.open()) {
      start.await();
      long begin = System.nanoTime();
      long appended = 0;
      long now = begin;
      while (now - begin < time.toNanos()) {
        writer.append();
        appended++;
        now = System.nanoTime();
      }
      return appended * NANOS_PER_SECOND / (now - begin);
    }
  }
}
