package org.safehand.referral.refusal;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;

/** It was refused, and nothing was changed. */
public record Refused<T>(Refusal refusal) implements Outcome<T> {
  /** Refuses null. */
  public Refused {
    requireNonNull(refusal, "refusal is null");
  }

  @Override
  public <R> R fold(
      Function<? super T, ? extends R> whenDone, Function<Refusal, ? extends R> whenRefused) {
    return whenRefused.apply(refusal);
  }
}
