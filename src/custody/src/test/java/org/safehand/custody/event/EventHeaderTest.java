package org.safehand.custody.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;

class EventHeaderTest {
  @Test
  void everyField_readBack() throws JsonException {
    EventHeader header = Events.fullHeader();
    byte[] bytes = Jcs.write(header.toJson());
    EventHeader read = EventHeader.fromJson(Jcs.readObject(bytes));
    assertThat(read).isEqualTo(header).hasSameHashCodeAs(header);
    assertThat(Jcs.write(read.toJson())).isEqualTo(bytes);
    assertThat(read.fact("dispatch")).hasValue("d-1");
    assertThat(read.basis().orElseThrow().authority()).isEqualTo("AUTH-9");
    assertThat(read.exhibit().orElseThrow().before()).isNotNull();
    assertThat(read.outcome().correctionOf()).isEqualTo(Events.CASE);
  }

  @Test
  void leastFields_readBack() throws JsonException {
    EventHeader header = Events.header(EventType.READ).build();
    EventHeader read = EventHeader.fromJson(Jcs.readObject(Jcs.write(header.toJson())));
    assertThat(read).isEqualTo(header);
    assertThat(read.facts()).isEmpty();
    assertThat(read.counterparty()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"v\":1|\"v\":2|/v: unknown version",
        "\"type\":\"transmit-authorised\"|\"type\":\"x\"|/type: unknown type of event",
        "\"match\":true|\"match\":false|/exhibit/match",
        "\"result\":\"failed\"|\"result\":\"x\"|/outcome/result",
        "03:51:59.123Z\",\"offset|03:51:58.123Z\",\"offset|/occasion/end: before the start",
        "03:51:59.123Z\"},\"outcome|03:51:59Z\"},\"outcome|/occasion/start",
        "\"size\":12|\"size\":-12|/exhibit/size: negative",
        "\"purpose\":|\"porpose\":|/basis",
        "01931b3e-7b2e|01931B3E-7b2e|/outcome/correctionOf",
        "\"v\":1}|\"v\":1,\"w\":1}|/w: unknown member"
      })
  void oneFieldWrong_refusedWithPointer(String good, String bad, String message) {
    String text = new String(Jcs.write(Events.fullHeader().toJson()), UTF_8);
    assertThat(text).contains(good);
    assertThatThrownBy(
            () -> EventHeader.fromJson(Jcs.readObject(text.replace(good, bad).getBytes(UTF_8))))
        .isInstanceOf(JsonException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void wireNames_differ() {
    assertThat(EventType.values())
        .allSatisfy(type -> assertThat(EventType.ofWire(type.wire())).hasValue(type))
        .allSatisfy(type -> assertThat(type.wire()).matches("[a-z]+(-[a-z]+)*"));
    assertThat(EventType.ofWire("nothing")).isEmpty();
  }
}
