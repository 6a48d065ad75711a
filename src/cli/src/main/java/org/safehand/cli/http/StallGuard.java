package org.safehand.cli.http;

import static java.util.Objects.requireNonNull;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A body that does not wait for ever: the JDK's client limits the time until the head of an answer
 * and not what follows. A read that brings nothing within the limit fails.
 */
final class StallGuard extends FilterInputStream {
  private static final long NOT_READING = -1;

  private final Duration limit;
  private final Timer timer = new Timer("stall-guard", true);
  private final AtomicLong readingSince = new AtomicLong(NOT_READING);
  private volatile boolean stalled;

  StallGuard(InputStream body, Duration limit) {
    super(requireNonNull(body, "body is null"));
    this.limit = requireNonNull(limit, "limit is null");
    long period = Math.max(1, limit.toMillis() / 4);
    timer.schedule(new Check(), period, period);
  }

  private final class Check extends TimerTask {
    @Override
    public void run() {
      long since = readingSince.get();
      if (since != NOT_READING && now() - since > limit.toMillis()) {
        stalled = true;
        timer.cancel();
        try {
          in.close();
        } catch (IOException e) {
          // the reader is told that it stalled, which is the cause of this too
        }
      }
    }
  }

  private static long now() {
    return System.nanoTime() / 1_000_000;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    readingSince.set(now());
    try {
      int read = in.read(buffer, offset, length);
      if (stalled) {
        throw new IOException("closed");
      }
      return read;
    } catch (IOException e) {
      throw stalled ? new HttpTimeoutException("nothing came for " + limit.toSeconds() + " s") : e;
    } finally {
      readingSince.set(NOT_READING);
    }
  }

  @Override
  public void close() throws IOException {
    timer.cancel();
    super.close();
  }
}
