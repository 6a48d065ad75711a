package org.safehand.referral.port.memory;

import java.util.Optional;
import org.safehand.referral.idempotency.KeptResult;
import org.safehand.referral.idempotency.KeyOwner;
import org.safehand.referral.port.Idempotency;

/** Kept results in memory. */
public final class InMemoryIdempotency implements Idempotency {
  private final Shelf<KeyOwner, KeptResult> results;

  public InMemoryIdempotency(InMemoryUnitOfWork unit) {
    this.results = new Shelf<>(unit);
  }

  @Override
  public Optional<KeptResult> lock(KeyOwner owner) {
    results.unit().require();
    return results.find(owner);
  }

  @Override
  public void keep(KeyOwner owner, KeptResult result) {
    results.putNew(owner, result);
  }
}
