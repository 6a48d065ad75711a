package org.safehand.referral.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.safehand.custody.digest.Digest;
import org.safehand.packaging.segment.SegmentFacts;
import org.safehand.referral.port.memory.InMemoryVault;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.SettableClock;

/** With a thread beside that encrypts: nothing is mixed up, and nothing stays of what failed. */
class SegmentStoreTest {
  private static final byte[] CONTENT = new byte[3 * SegmentFacts.MAX_BYTES + 5];

  static {
    new Random(3).nextBytes(CONTENT);
  }

  private final ExecutorService helper = Executors.newSingleThreadExecutor();
  private final SampleIntake intake =
      new SampleIntake(new SegmentBuffers(1, Duration.ofMinutes(1)), CONTENT.length, helper);
  private final InMemoryVault vault = intake.vault();

  @AfterEach
  void end() {
    helper.shutdownNow();
  }

  @Test
  void store_severalSegments_eachDecryptsToItsPlace() throws Exception {
    StoredStream stored = store(new ByteArrayInputStream(CONTENT)).fold(found -> found, no -> null);

    assertThat(stored.segments()).hasSize(4);
    for (int i = 0; i < 4; i++) {
      int start = i * SegmentFacts.MAX_BYTES;
      byte[] expected =
          Arrays.copyOfRange(
              CONTENT, start, Math.min(CONTENT.length, start + SegmentFacts.MAX_BYTES));
      assertThat(Digest.of(intake.plaintext(stored, i))).isEqualTo(Digest.of(expected));
    }
  }

  @Test
  void store_vaultFailsWhileTheNextIsRead_throwsAndNothingStays() {
    for (int room = 0; room < 4; room++) {
      vault.failAfter(room);

      assertThatThrownBy(() -> store(new ByteArrayInputStream(CONTENT)))
          .isInstanceOf(UncheckedIOException.class);
      assertThat(vault.size()).isZero();
    }
  }

  @Test
  void store_connectionBreaks_isRefusedAndNothingStays() {
    InputStream broken =
        new SequenceInputStream(
            new ByteArrayInputStream(CONTENT, 0, 2 * SegmentFacts.MAX_BYTES + 1), new Broken());

    assertThat(refusal(store(broken))).containsExactly(RefusalCode.EXHIBIT_TRUNCATED);
    assertThat(vault.size()).isZero();
  }

  @Test
  void store_senderIsTooSlow_isRefusedAndNothingStays() {
    SettableClock clock = new SettableClock(Instant.EPOCH);
    SampleIntake watched =
        new SampleIntake(
            new SegmentBuffers(1, Duration.ZERO), CONTENT.length, Runnable::run, clock);
    InputStream slow =
        new SequenceInputStream(
            new ByteArrayInputStream(CONTENT, 0, SegmentFacts.MAX_BYTES + 1),
            new Delayed(clock, Duration.ofMinutes(6), new ByteArrayInputStream(CONTENT)));

    assertThat(refusal(watched.store(slow, CONTENT))).containsExactly(RefusalCode.EXHIBIT_TOO_SLOW);
    assertThat(watched.vault().size()).isZero();
  }

  @Test
  void store_moreThanIsTaken_isRefusedAndNothingStays() {
    InputStream longer =
        new SequenceInputStream(
            new ByteArrayInputStream(CONTENT), new ByteArrayInputStream(new byte[1]));

    assertThat(refusal(store(longer))).containsExactly(RefusalCode.EXHIBIT_TOO_LARGE);
    assertThat(vault.size()).isZero();
  }

  private Outcome<StoredStream> store(InputStream in) {
    return intake.store(in, CONTENT);
  }

  private static List<RefusalCode> refusal(Outcome<StoredStream> outcome) {
    List<RefusalCode> codes = new ArrayList<>();
    outcome.fold(
        stored -> stored,
        refusal -> {
          codes.add(refusal.code());
          return null;
        });
    return codes;
  }

  /** Begins after a while. */
  private static final class Delayed extends FilterInputStream {
    private final SettableClock clock;
    private final Duration delay;

    Delayed(SettableClock clock, Duration delay, InputStream in) {
      super(in);
      this.clock = clock;
      this.delay = delay;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      clock.advance(delay);
      return super.read(buffer, offset, length);
    }
  }

  private static final class Broken extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("planted: the connection broke");
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      return read();
    }
  }
}
