package org.safehand.referral.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.safehand.referral.refusal.Outcome;

/** Many more senders than buffers: who comes later waits, none fails, and nothing is mixed up. */
@Timeout(60)
class ManyStreamsTest {
  private static final int SENDERS = 50;
  private static final int PAIRS = 2;

  private final ExecutorService helper = Executors.newSingleThreadExecutor();
  private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
  private final SampleIntake intake =
      new SampleIntake(new SegmentBuffers(PAIRS, Duration.ofMinutes(1)), 1000, helper);

  /** Nobody begins before as many have buffers as there are. */
  private final CyclicBarrier together = new CyclicBarrier(PAIRS);

  private final AtomicInteger reading = new AtomicInteger();
  private final AtomicInteger mostReading = new AtomicInteger();

  @AfterEach
  void end() {
    senders.shutdownNow();
    helper.shutdownNow();
  }

  @Test
  void store_moreSendersThanBuffers_allAreStoredAFewAtATime() throws Exception {
    List<StoredStream> stored = new ArrayList<>();
    for (Future<Outcome<StoredStream>> sent : sendAll(SENDERS)) {
      stored.add(sent.get().fold(found -> found, refusal -> null));
    }

    for (int i = 0; i < SENDERS; i++) {
      assertThat(intake.plaintext(stored.get(i), 0)).isEqualTo(content(i));
    }
    assertThat(mostReading).hasValue(PAIRS);
  }

  @Test
  void store_someConnectionsBreak_theirBuffersGoToWhoWaits() throws Exception {
    List<Boolean> kept = new ArrayList<>();
    for (Future<Outcome<StoredStream>> sent : sendAll(3)) {
      kept.add(sent.get().fold(found -> true, refusal -> false));
    }

    for (int i = 0; i < SENDERS; i++) {
      assertThat(kept.get(i)).isEqualTo(i % 3 != 2);
    }
    assertThat(intake.vault().size()).isEqualTo((int) kept.stream().filter(is -> is).count());
  }

  /** Everybody sends at once; of every {@code breaking} senders the last breaks off. */
  private List<Future<Outcome<StoredStream>>> sendAll(int breaking) {
    List<Future<Outcome<StoredStream>>> sent = new ArrayList<>();
    for (int i = 0; i < SENDERS; i++) {
      byte[] content = content(i);
      Sender sender = new Sender(content, breaking < SENDERS && i % breaking == breaking - 1);
      sent.add(senders.submit(() -> intake.store(sender, content)));
    }
    return sent;
  }

  private static byte[] content(int sender) {
    return ("synthetic bytes of sender " + sender).getBytes(UTF_8);
  }

  /** Counts itself among those that are being read. */
  private final class Sender extends InputStream {
    private final InputStream content;
    private final boolean breaks;
    private boolean begun;

    Sender(byte[] content, boolean breaks) {
      this.content = new ByteArrayInputStream(content);
      this.breaks = breaks;
    }

    @Override
    public int read() {
      throw new IllegalStateException("intake reads many bytes at once");
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (!begun) {
        begun = true;
        mostReading.accumulateAndGet(reading.incrementAndGet(), Math::max);
        meet();
      }
      int n = content.read(buffer, offset, length);
      if (n == -1) {
        reading.decrementAndGet();
        if (breaks) {
          throw new IOException("planted: the connection broke");
        }
      }
      return n;
    }

    private void meet() throws IOException {
      try {
        together.await(30, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      } catch (BrokenBarrierException | TimeoutException e) {
        throw new IOException(e);
      }
    }
  }
}
