package org.safehand.referral.port;

import java.util.Optional;
import org.safehand.referral.idempotency.KeptResult;
import org.safehand.referral.idempotency.KeyOwner;

/** Keeps the results of requests that may be sent twice. Within a unit of work. */
public interface Idempotency {
  /**
   * What was kept under the key. The key is locked until the unit of work ends: of two requests
   * with one key at the same time, the second waits and then finds the result of the first.
   */
  Optional<KeptResult> lock(KeyOwner owner);

  /** Keeps {@code result} under the key, once. */
  void keep(KeyOwner owner, KeptResult result);
}
