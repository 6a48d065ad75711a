package org.safehand.referral.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaffNumberTest {
  private static final String LONGEST =
      "a234567890123456789012345678901234567890123456789012345678901234";

  @ParameterizedTest
  @ValueSource(strings = {"1", "S-1042", "north.1", "node_1", LONGEST})
  void number_inItsForm_isTaken(String text) {
    assertThat(StaffNumber.isWellFormed(text)).isTrue();
    assertThat(new StaffNumber(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", ".a", "a b", "a/b", "\u00e4", LONGEST + "5"})
  void number_inAnotherForm_isRefused(String text) {
    assertThat(StaffNumber.isWellFormed(text)).isFalse();
    assertThatThrownBy(() -> new StaffNumber(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void numbers_standInTheOrderOfTheirText() {
    assertThat(new StaffNumber("1001")).isLessThan(new StaffNumber("1002"));
    assertThat(new StaffNumber("2")).isGreaterThan(new StaffNumber("1002"));
  }
}
