package org.safehand.referral.refusal;

import java.util.function.Function;

/**
 * What a use case answers: {@link Done} with the value, or {@link Refused} with the reason.
 *
 * @param <T> the value of what was done
 */
public sealed interface Outcome<T> permits Done, Refused {

  /** The outcome of something that was done. */
  static <T> Outcome<T> done(T value) {
    return new Done<>(value);
  }

  /** The outcome of something that was refused. */
  static <T> Outcome<T> refused(Refusal refusal) {
    return new Refused<>(refusal);
  }

  /** The outcome of something that was refused for one reason. */
  static <T> Outcome<T> refused(RefusalCode code, String detail) {
    return new Refused<>(Refusal.of(code, detail));
  }

  /** What {@code whenDone} or {@code whenRefused} makes of this. */
  <R> R fold(Function<? super T, ? extends R> whenDone, Function<Refusal, ? extends R> whenRefused);

  /** The same refusal, or what {@code next} makes of the value. */
  default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
    return fold(next, Outcome::refused);
  }

  /** The same refusal, or the value changed by {@code change}. */
  default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
    return fold(value -> done(change.apply(value)), Outcome::refused);
  }
}
