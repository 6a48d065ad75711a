package org.safehand.custody.digest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DigestTest {
  /** FIPS 180-4 example, one block. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void abc_digestOfFips180() throws IOException {
    byte[] abc = "abc".getBytes(US_ASCII);
    assertThat(Digest.of(abc).hex()).isEqualTo(ABC);
    assertThat(Digest.of("a".getBytes(US_ASCII), "bc".getBytes(US_ASCII)).hex()).isEqualTo(ABC);
    assertThat(Digest.of(new ByteArrayInputStream(abc))).isEqualTo(Digest.ofHex(ABC));
  }

  @Test
  void upperCaseHex_refused() {
    assertThatThrownBy(() -> Digest.ofHex(ABC.toUpperCase(java.util.Locale.ROOT)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void bytes_copiedInAndOut() {
    Digest digest = Digest.ofHex(ABC);
    digest.bytes()[0] ^= 1;
    assertThat(digest.hex()).isEqualTo(ABC);
  }

  @Test
  void wrongLength_refused() {
    assertThatThrownBy(() -> Digest.ofBytes(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
