package org.safehand.web.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.custody.json.JsonObject;

class IdempotencyKeyTest {
  private static final JsonObject BODY = JsonObject.builder().put("a", 1).build();
  private static final JsonObject OTHER = JsonObject.builder().put("a", 2).build();

  @Test
  void key_wellFormed_isBoundToWhatTheRequestSays() {
    assertThat(IdempotencyKey.required("0195d8a0-1111_Zz", BODY))
        .isEqualTo(IdempotencyKey.required("0195d8a0-1111_Zz", BODY))
        .isNotEqualTo(IdempotencyKey.required("0195d8a0-1111_Zz", OTHER));
  }

  @Test
  void key_absent_isRefused() {
    assertThatThrownBy(() -> IdempotencyKey.required(null, BODY))
        .hasMessageStartingWith("idempotency-key-missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "with space", "ümlaut"})
  void key_malformed_isRefused(String key) {
    assertThatThrownBy(() -> IdempotencyKey.required(key, BODY))
        .hasMessageStartingWith("parameter-malformed");
  }

  @Test
  void key_longerThanTheLimit_isRefused() {
    assertThat(IdempotencyKey.required("k".repeat(128), BODY).value()).hasSize(128);
    assertThatThrownBy(() -> IdempotencyKey.required("k".repeat(129), BODY))
        .hasMessageStartingWith("parameter-malformed");
  }
}
