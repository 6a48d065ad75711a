package org.safehand.custody.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFormsTest {
  @Test
  void base64_vectorsOfRfc4648() {
    List<String> vectors = List.of("", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy");
    for (int i = 0; i < vectors.size(); i++) {
      byte[] bytes = "foobar".substring(0, i).getBytes(StandardCharsets.US_ASCII);
      assertThat(CanonicalBase64.encode(bytes)).isEqualTo(vectors.get(i));
      assertThat(CanonicalBase64.decode(vectors.get(i))).hasValue(bytes);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Zh==", "Zm9=", "Zg", "Zg=", "Zg== ", " Zg==", "Zg==\n", "Z-==", "===="})
  void base64OtherSpelling_refused(String text) {
    assertThat(CanonicalBase64.decode(text)).isEmpty();
  }

  @Test
  void times_readBack() {
    Instant moment = Instant.parse("2026-11-24T03:51:59.123456Z");
    assertThat(UtcText.millis(moment)).isEqualTo("2026-11-24T03:51:59.123Z");
    assertThat(UtcText.seconds(moment)).isEqualTo("2026-11-24T03:51:59Z");
    assertThat(UtcText.parseMillis("2026-11-24T03:51:59.120Z"))
        .hasValue(Instant.parse("2026-11-24T03:51:59.120Z"));
    assertThat(UtcText.parseSeconds("2024-02-29T00:00:00Z")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-24T03:51:59Z",
        "2026-11-24T03:51:59.12Z",
        "2026-11-24T03:51:59.1234Z",
        "2026-11-24T03:51:59.123+00:00",
        "2026-11-24t03:51:59.123z",
        "2026-02-29T03:51:59.123Z",
        "2026-11-24T24:00:00.000Z",
        "2026-11-24T23:59:60.000Z",
        "+2026-1-24T03:51:59.123Z",
        "x"
      })
  void timeOtherSpelling_refused(String text) {
    assertThat(UtcText.parseMillis(text)).isEmpty();
  }

  @Test
  void pem_readBackAndRefused() {
    byte[] der = new byte[100];
    String one = PemText.encode("THING", der);
    assertThat(PemText.decodeAll("THING", one + "\n" + one))
        .hasValueSatisfying(blocks -> assertThat(blocks).hasSize(2).allMatch(b -> b.length == 100));
    assertThat(PemText.decodeAll("THING", "")).isEmpty();
    assertThat(PemText.decodeAll("THING", one + "x")).isEmpty();
    assertThat(PemText.decodeAll("THING", "x" + one)).isEmpty();
    assertThat(PemText.decodeAll("OTHER", one)).isEmpty();
    assertThat(PemText.decodeAll("THING", one.replace("AA==", "AB=="))).isEmpty();
  }
}
