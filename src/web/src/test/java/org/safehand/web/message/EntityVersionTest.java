package org.safehand.web.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityVersionTest {
  @Test
  void ifMatch_withOurTag_givesTheVersion() {
    assertThat(EntityVersion.required(EntityVersion.tag(17))).isEqualTo(17);
  }

  @Test
  void ifMatch_absent_isRequired() {
    assertThatThrownBy(() -> EntityVersion.required(null))
        .hasMessageStartingWith("precondition-required");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "W/\"v17\"", "v17", "\"v017\"", "\"v17\", \"v18\"", "\"\""})
  void ifMatch_noTagOfOurs_fails(String header) {
    assertThatThrownBy(() -> EntityVersion.required(header))
        .hasMessageStartingWith("precondition-failed");
  }
}
