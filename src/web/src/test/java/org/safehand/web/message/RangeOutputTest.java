package org.safehand.web.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeOutputTest {
  private final byte[] whole = new byte[100];

  RangeOutputTest() {
    for (int i = 0; i < whole.length; i++) {
      whole[i] = (byte) i;
    }
  }

  @ParameterizedTest
  @CsvSource({"0,99,7", "0,0,1", "99,99,33", "10,19,100", "13,14,7", "13,27,1", "7,13,7"})
  void write_inPieces_passesExactlyTheRange(int first, int last, int piece) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RangeOutput range = new RangeOutput(out, new ByteRange(first, last, whole.length));
    for (int i = 0; i < last + 1; i += piece) {
      range.write(whole, i, Math.min(piece, whole.length - i));
    }
    assertThat(out.toByteArray()).isEqualTo(Arrays.copyOfRange(whole, first, last + 1));
  }

  @Test
  void write_afterTheRange_endsTheProducer() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RangeOutput range = new RangeOutput(out, new ByteRange(1, 2, 100));
    range.write(whole, 0, 3);
    assertThatThrownBy(() -> range.write(3)).isInstanceOf(RangeOutput.RangeComplete.class);
    assertThat(out.toByteArray()).containsExactly(1, 2);
  }
}
