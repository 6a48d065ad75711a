package org.safehand.referral.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.safehand.referral.sample.Hotline.value;
import static org.safehand.referral.sample.Refusals.refusal;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;

class SegmentBuffersTest {
  private final SegmentBuffers buffers = new SegmentBuffers(1, Duration.ZERO);

  @Test
  void lend_again_nothingIsLeftOfWhoHadThemBefore() {
    byte[] before = lent(SegmentBuffersTest::fill);

    byte[] again = lent((first, second) -> second);

    assertThat(again).isSameAs(before);
    assertThat(Arrays.equals(again, new byte[again.length])).isTrue();
  }

  @Test
  void lend_useFails_theBuffersAreWipedAndLentAgain() {
    assertThatThrownBy(() -> lent(SegmentBuffersTest::fail)).hasMessage("planted: the use failed");

    byte[] again = lent((first, second) -> first);

    assertThat(Arrays.equals(again, new byte[again.length])).isTrue();
  }

  @Test
  void lend_allAreLent_isRefusedWhenThePatienceEnds() {
    Outcome<byte[]> outer =
        buffers.lend(
            (first, second) -> {
              assertThat(refusal(buffers.free()).code()).isEqualTo(RefusalCode.GATEWAY_BUSY);
              return buffers.lend((third, fourth) -> Outcome.done(third));
            });

    assertThat(refusal(outer).code()).isEqualTo(RefusalCode.GATEWAY_BUSY);
    assertThat(value(buffers.free())).isSameAs(buffers);
    assertThat(lent((first, second) -> second)).isNotEmpty();
  }

  @Test
  void lend_whoeverWaitsIsStopped_isRefused() {
    Thread.currentThread().interrupt();

    assertThat(refusal(buffers.free()).code()).isEqualTo(RefusalCode.GATEWAY_BUSY);
    assertThat(value(buffers.free())).isSameAs(buffers);
  }

  private byte[] lent(BiFunction<byte[], byte[], byte[]> use) {
    return value(buffers.lend((first, second) -> Outcome.done(use.apply(first, second))));
  }

  private static byte[] fill(byte[] first, byte[] second) {
    Arrays.fill(first, (byte) 1);
    Arrays.fill(second, (byte) 1);
    return second;
  }

  private static byte[] fail(byte[] first, byte[] second) {
    fill(first, second);
    throw new IllegalStateException("planted: the use failed");
  }
}
