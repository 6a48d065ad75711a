package org.safehand.web.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {
  @Test
  void key_wellFormed_isGiven() {
    assertThat(IdempotencyKey.required("0195d8a0-1111_Zz")).isEqualTo("0195d8a0-1111_Zz");
  }

  @Test
  void key_absent_isRefused() {
    assertThatThrownBy(() -> IdempotencyKey.required(null))
        .hasMessageStartingWith("idempotency-key-missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "with space", "ümlaut-key", "a;b;c;d;e"})
  void key_malformed_isRefused(String key) {
    assertThatThrownBy(() -> IdempotencyKey.required(key))
        .hasMessageStartingWith("parameter-malformed");
  }
}
