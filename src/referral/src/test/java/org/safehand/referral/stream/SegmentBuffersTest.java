package org.safehand.referral.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SegmentBuffersTest {
  private final SegmentBuffers buffers = new SegmentBuffers(1);

  @Test
  void lend_again_nothingIsLeftOfWhoHadThemBefore() {
    byte[] before = buffers.lend(SegmentBuffersTest::fill);

    byte[] again = buffers.lend((first, second) -> second);

    assertThat(again).isSameAs(before);
    assertThat(Arrays.equals(again, new byte[again.length])).isTrue();
  }

  @Test
  void lend_useFails_theBuffersAreWipedAndLentAgain() {
    assertThatThrownBy(() -> buffers.lend(SegmentBuffersTest::fail))
        .hasMessage("planted: the use failed");

    byte[] again = buffers.lend((first, second) -> first);

    assertThat(Arrays.equals(again, new byte[again.length])).isTrue();
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
