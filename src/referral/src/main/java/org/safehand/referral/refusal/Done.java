package org.safehand.referral.refusal;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;

/** It was done, and committed together with its custody event. */
public record Done<T>(T value) implements Outcome<T> {
  /** Refuses null. */
  public Done {
    requireNonNull(value, "value is null");
  }

  @Override
  public <R> R fold(
      Function<? super T, ? extends R> whenDone, Function<Refusal, ? extends R> whenRefused) {
    return whenDone.apply(value);
  }
}
