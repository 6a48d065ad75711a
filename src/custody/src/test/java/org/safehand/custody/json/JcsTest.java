package org.safehand.custody.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JcsTest {
  @Test
  void members_writtenInOrderOfUtf16Units() {
    // RFC 8785, section 3.2.3: the order of its example, without the values it cannot have here
    JsonObject object =
        JsonObject.builder()
            .put("\u20ac", "Euro Sign")
            .put("\r", "Carriage Return")
            .put("\ufb33", "Hebrew Letter Dalet With Dagesh")
            .put("1", "One")
            .put("\ud83d\ude00", "Emoji: Grinning Face")
            .put("\u0080", "Control")
            .put("\u00f6", "Latin Small Letter O With Diaeresis")
            .build();
    assertThat(new String(Jcs.write(object), UTF_8))
        .isEqualTo(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
  }

  @Test
  void strings_escapedInShortestForm() {
    assertThat(new String(Jcs.write(new JsonString("\u20ac$\u000f\nA'B\"\\\\\"/\u007f")), UTF_8))
        .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\u007f\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"a\":[1,-2,true,false,\"x\",{\"b\":{}}]}",
        "9007199254740991",
        "-9007199254740991",
        "0",
        "\"\\u0000\\u001f\\t\u00e9\ud83d\ude00\""
      })
  void canonical_readAndWrittenBack(String text) throws JsonException {
    byte[] bytes = text.getBytes(UTF_8);
    assertThat(Jcs.write(Jcs.read(bytes))).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " {}",
        "{} ",
        "{}\n",
        "{}{}",
        "{\"a\": 1}",
        "{\"b\":1,\"a\":2}",
        "{\"a\":1,\"a\":1}",
        "{\"a\":1,\"\\u0061\":2}",
        "{\"a\":1,}",
        "{,}",
        "[1,]",
        "[,1]",
        "[1",
        "{\"a\"",
        "{\"a\":",
        "{a:1}",
        "null",
        "{\"a\":null}",
        "nul",
        "True",
        "1.0",
        "1e2",
        "1E2",
        "-0",
        "01",
        "-01",
        "+1",
        "-",
        "9007199254740992",
        "-9007199254740992",
        "99999999999999999999",
        "\"\\u0041\"",
        "\"\\/\"",
        "\"\\u000A\"",
        "\"\\u001F\"",
        "\"\\ud800\"",
        "\"\\udc00\\ud800\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u\uff11\uff11\uff11\uff11\"",
        "\"a",
        "\"\t\"",
        "\ufeff{}",
        "'a'",
        "\u0661"
      })
  void otherSpelling_refused(String text) {
    assertThatThrownBy(() -> Jcs.read(text.getBytes(UTF_8))).isInstanceOf(JsonException.class);
  }

  @Test
  void malformedUtf8_refused() {
    for (byte[] bytes :
        List.of(
            new byte[] {'"', (byte) 0xc0, (byte) 0x80, '"'},
            new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'},
            new byte[] {'"', (byte) 0xff, '"'})) {
      assertThatThrownBy(() -> Jcs.read(bytes)).hasMessageContaining("not UTF-8");
    }
  }

  @Test
  void deepNesting_refused() throws JsonException {
    assertThat(Jcs.read(("[".repeat(32) + "]".repeat(32)).getBytes(UTF_8))).isNotNull();
    assertThatThrownBy(() -> Jcs.read("[".repeat(100_000).getBytes(UTF_8)))
        .isInstanceOf(JsonException.class)
        .hasMessageContaining("nested deeper");
  }

  @Test
  void anyLayout_readInCanonicalOrder() throws JsonException {
    JsonValue value =
        Jcs.readAnyLayout("{ \"b\" : \"\\u0041\",\n\t\"a\":[ ],\"c\":{ } }\r\n".getBytes(UTF_8));
    assertThat(new String(Jcs.write(value), UTF_8)).isEqualTo("{\"a\":[],\"b\":\"A\",\"c\":{}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":1,\"a\":1}", "{\"a\":null}", "{\"a\":1.5}", "{} x", "{\"a\":1,}"})
  void anyLayout_stillStrict(String text) {
    assertThatThrownBy(() -> Jcs.readAnyLayout(text.getBytes(UTF_8)))
        .isInstanceOf(JsonException.class);
  }

  @Test
  void unpairedSurrogate_isNoValue() {
    assertThatThrownBy(() -> new JsonString("\ud800")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> JsonObject.builder().put("\udc00", 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tooLargeInteger_isNoValue() {
    assertThat(new JsonInteger(JsonInteger.MAX).value()).isEqualTo(9007199254740991L);
    assertThatThrownBy(() -> new JsonInteger(JsonInteger.MAX + 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new JsonInteger(Long.MIN_VALUE))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
