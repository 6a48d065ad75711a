package org.safehand.custody.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JsonObjectTest {
  private static JsonObject read(String text) throws JsonException {
    return Jcs.requireObject(Jcs.readAnyLayout(text.getBytes(UTF_8)));
  }

  @Test
  void typedGetters_giveValues() throws JsonException {
    JsonObject json =
        read("{\"a\":[\"x\",\"y\"],\"b\":true,\"i\":7,\"o\":{\"k\":\"v\"},\"s\":\"t\"}");
    assertThat(json.string("s")).isEqualTo("t");
    assertThat(json.integer("i")).isEqualTo(7);
    assertThat(json.bool("b")).isTrue();
    assertThat(json.array("a").strings()).isEqualTo(List.of("x", "y"));
    assertThat(json.object("o").string("k")).isEqualTo("v");
    assertThat(json.optionalString("none")).isEmpty();
  }

  @Test
  void wrongOrMissingMember_pointedAt() throws JsonException {
    JsonObject json = read("{\"o\":{\"list\":[{\"a/b\":1},{\"a/b\":\"x\"}]}}");
    assertThatThrownBy(() -> json.string("o")).hasMessage("/o: expected string, found object");
    assertThatThrownBy(() -> json.string("p")).hasMessage("/p: missing string");
    List<JsonObject> list = json.object("o").array("list").objects();
    assertThat(list.get(0).integer("a/b")).isEqualTo(1);
    assertThatThrownBy(() -> list.get(1).integer("a/b"))
        .isInstanceOfSatisfying(
            JsonException.class, e -> assertThat(e.pointer()).isEqualTo("/o/list/1/a~1b"));
    assertThatThrownBy(() -> json.object("o").array("list").strings())
        .hasMessageStartingWith("/o/list/0: expected string");
    assertThatThrownBy(() -> json.requireOnly(Set.of("x"))).hasMessage("/o: unknown member");
  }

  @Test
  void memberPutTwice_isABug() {
    assertThatThrownBy(() -> JsonObject.builder().put("a", 1).put("a", 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void equality_ignoresWhereItStood() throws JsonException {
    assertThat(read("{\"o\":{\"k\":[1]}}").object("o"))
        .isEqualTo(read("{\"k\":[1]}"))
        .hasSameHashCodeAs(read("{\"k\":[1]}"));
  }
}
