package org.safehand.referral.port.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safehand.referral.access.Operation;
import org.safehand.referral.idempotency.KeptResult;
import org.safehand.referral.idempotency.KeyOwner;
import org.safehand.referral.sample.People;

/** A kept result is found by its owner, and by nobody else. */
public interface IdempotencyContract {
  Ports ports();

  @Test
  default void kept_isFoundUnderTheSameOwnerOnly() {
    String key = UUID.randomUUID().toString();
    KeyOwner owner = new KeyOwner(key, People.OFFICER.number(), Operation.CREATE_DRAFT);
    KeptResult result = new KeptResult(Stored.DIGEST, "the result");
    assertThat(lock(owner)).isEmpty();
    ports()
        .unit()
        .run(
            () -> {
              ports().idempotency().keep(owner, result);
              return result;
            });
    assertThat(lock(owner)).contains(result);
    assertThat(lock(new KeyOwner(key, People.COLLEAGUE.number(), Operation.CREATE_DRAFT)))
        .isEmpty();
    assertThat(lock(new KeyOwner(key, People.OFFICER.number(), Operation.RELEASE))).isEmpty();
  }

  private Optional<KeptResult> lock(KeyOwner owner) {
    return ports().unit().run(() -> ports().idempotency().lock(owner));
  }
}
