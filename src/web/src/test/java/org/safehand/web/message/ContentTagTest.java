package org.safehand.web.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTagTest {
  private static final String ABC =
      "\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"";

  private final ContentTag tag = ContentTag.of("abc".getBytes(UTF_8));

  @Test
  void tag_isTheSha256InQuotes() {
    assertThat(tag).hasToString(ABC);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {ABC, "W/" + ABC, "\"x\", " + ABC, ABC + ",\"y\"", "W/\"x\" ,\t" + ABC, "*", " * "})
  void header_thatNamesTheBytes_isKnown(String header) {
    assertThat(tag.isKnown(header)).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "\"x\"",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ae\"",
        "w/" + ABC,
        ABC + " \"x\"",
        "x, " + ABC,
        "*, \"x\"",
        "\"\" " + ABC
      })
  void header_thatNamesOthersOrIsMalformed_isNotKnown(String header) {
    assertThat(tag.isKnown(header)).isFalse();
  }
}
