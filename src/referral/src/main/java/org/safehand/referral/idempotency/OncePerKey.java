package org.safehand.referral.idempotency;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.port.Idempotency;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;

/** Does what a request asks for once, and answers its repetitions from what was kept. */
public final class OncePerKey {
  private final Idempotency kept;

  /** Keeps results in {@code kept}. */
  public OncePerKey(Idempotency kept) {
    this.kept = requireNonNull(kept, "kept is null");
  }

  /**
   * What {@code work} gives, or for a repetition what {@code again} makes of the kept result. A
   * refusal is not kept. Called within a unit of work.
   *
   * <p>Nothing here asks whether {@code actor} still may: the caller does, before this or in {@code
   * again}, and of a repetition no less than of the first request.
   */
  public <T> Outcome<T> run(
      Actor actor,
      Operation operation,
      RequestKey key,
      Supplier<Outcome<T>> work,
      Function<T, String> result,
      Function<String, Outcome<T>> again) {
    KeyOwner owner = new KeyOwner(key.value(), actor.number(), operation);
    Optional<KeptResult> before = kept.lock(owner);
    if (before.isEmpty()) {
      return work.get()
          .map(
              value -> {
                kept.keep(owner, new KeptResult(key.request(), result.apply(value)));
                return value;
              });
    }
    return before.get().request().equals(key.request())
        ? again.apply(before.get().result())
        : Outcome.refused(
            RefusalCode.IDEMPOTENCY_KEY_REUSED, "the key was used before for another request");
  }
}
