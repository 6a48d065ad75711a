package org.safehand.web.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;

class JsonBodyTest {
  private static JsonObject read(String text) throws IOException {
    return JsonBody.object("application/json", new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  @Test
  void body_anyLayout_isRead() throws IOException, JsonException {
    assertThat(read(" { \"b\" : 1 ,\n\"a\":\"x\" } ").string("a")).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{}{}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":null}",
        "{\"a\":1.5}",
        "{a:1}"
      })
  void body_notStrictJsonObject_isRefused(String text) {
    assertThatThrownBy(() -> read(text)).hasMessageStartingWith("json-malformed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/json; charset=iso-8859-1",
        "application/jsonp",
        "application/problem+json",
        ""
      })
  void body_ofAnotherMediaType_isRefused(String type) {
    assertThatThrownBy(() -> JsonBody.object(type, new ByteArrayInputStream("{}".getBytes(UTF_8))))
        .hasMessageStartingWith("unsupported-media-type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json;charset=utf-8",
        "Application/JSON; charset=UTF-8"
      })
  void body_ofJson_isRead(String type) throws IOException {
    assertThat(JsonBody.object(type, new ByteArrayInputStream("{}".getBytes(UTF_8))).members())
        .isEmpty();
  }

  @Test
  void body_atTheLimit_isReadAndOneByteMoreIsRefused() throws IOException {
    String filled = "{\"a\":\"" + "x".repeat(JsonBody.LIMIT - 8) + "\"}";
    assertThat(filled).hasSize(JsonBody.LIMIT);
    assertThat(read(filled).members()).containsKey("a");
    assertThatThrownBy(() -> read(filled + " ")).hasMessageStartingWith("body-too-large");
  }

  private static String reason(String text) {
    return JsonBody.text(
        "reason", "application/json", new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  @Test
  void text_asTheOnlyMember_isRead() {
    assertThat(reason("{\"reason\":\"as asked\"}")).isEqualTo("as asked");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"reason\":1}", "{\"reason\":\"as asked\",\"person\":\"x\"}"})
  void text_missingOfAnotherKindOrBesideAnotherMember_isRefused(String text) {
    assertThatThrownBy(() -> reason(text)).hasMessageStartingWith("json-field");
  }
}
