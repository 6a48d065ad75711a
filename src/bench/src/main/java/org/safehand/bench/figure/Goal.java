package org.safehand.bench.figure;

import static java.util.Objects.requireNonNull;

/**
 * What a figure should reach.
 *
 * @param of what is compared with the bound
 * @param sense on which side of the bound it should lie; the bound itself is good
 * @param bound the bound, in the figure's unit or as a ratio
 */
public record Goal(Of of, Sense sense, double bound) {
  /** What a goal is about. */
  public enum Of {
    VALUE,
    RATIO
  }

  /** Which side is good. */
  public enum Sense {
    AT_LEAST(">="),
    AT_MOST("<=");

    private final String sign;

    Sense(String sign) {
      this.sign = sign;
    }
  }

  public Goal {
    requireNonNull(of, "of is null");
    requireNonNull(sense, "sense is null");
  }

  public static Goal valueAtLeast(double bound) {
    return new Goal(Of.VALUE, Sense.AT_LEAST, bound);
  }

  public static Goal valueAtMost(double bound) {
    return new Goal(Of.VALUE, Sense.AT_MOST, bound);
  }

  /** At least {@code bound} times the peer. */
  public static Goal ratioAtLeast(double bound) {
    return new Goal(Of.RATIO, Sense.AT_LEAST, bound);
  }

  /** At most {@code bound} times the peer. */
  public static Goal ratioAtMost(double bound) {
    return new Goal(Of.RATIO, Sense.AT_MOST, bound);
  }

  /** Whether {@code taken} reaches it; a goal about a ratio is never reached without a peer. */
  public boolean heldBy(Taken taken) {
    return of == Of.VALUE
        ? holds(taken.value().median())
        : taken.ratio().map(ratio -> holds(ratio.median())).orElse(false);
  }

  private boolean holds(double found) {
    return sense == Sense.AT_LEAST ? found >= bound : found <= bound;
  }

  /** For example {@code >= 0.5x} or {@code <= 500}. */
  public String text() {
    return sense.sign + " " + Numbers.text(bound) + (of == Of.RATIO ? "x" : "");
  }
}
