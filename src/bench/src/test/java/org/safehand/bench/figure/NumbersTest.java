package org.safehand.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void text_hasThreeDigitsBelowAThousandAndNoExponent() {
    assertThat(Numbers.text(0)).isEqualTo("0");
    assertThat(Numbers.text(0.12345)).isEqualTo("0.123");
    assertThat(Numbers.text(0.5)).isEqualTo("0.5");
    assertThat(Numbers.text(0.00001234)).isEqualTo("0.0000123");
    assertThat(Numbers.text(12.35)).isEqualTo("12.4");
    assertThat(Numbers.text(500)).isEqualTo("500");
    assertThat(Numbers.text(1234.5)).isEqualTo("1235");
    assertThat(Numbers.text(12_000_000)).isEqualTo("12000000");
    assertThat(Numbers.text(-2)).isEqualTo("-2");
  }
}
