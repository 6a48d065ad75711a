package org.safehand.bench.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as reports spell them: never with an exponent, never with more than they know. */
public final class Numbers {
  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);

  private Numbers() {}

  /**
   * Three significant digits below 1,000, whole numbers above; no trailing zeros, no grouping.
   *
   * @param number a finite number
   */
  public static String text(double number) {
    BigDecimal exact = BigDecimal.valueOf(number);
    BigDecimal rounded =
        Math.abs(number) >= 1000
            ? exact.setScale(0, RoundingMode.HALF_UP)
            : exact.round(THREE_DIGITS);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
