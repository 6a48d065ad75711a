package org.safehand.store.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.safehand.custody.digest.Digest;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.idempotency.KeptResult;
import org.safehand.referral.idempotency.KeyOwner;
import org.safehand.referral.port.Idempotency;
import org.safehand.store.fault.StoreException;
import org.safehand.store.sample.TestStore;

class JpaIdempotencyTest {
  private static final KeyOwner OWNER =
      new KeyOwner("key-1", new StaffNumber("S-1001"), Operation.CREATE_DRAFT);
  private static final KeptResult RESULT = new KeptResult(Digest.of(new byte[] {1}), "id-1");

  private final TestStore store = TestStore.create();
  private final Idempotency idempotency = store.store().idempotency();

  @Test
  void lock_afterKeep_givesTheResultToItsOwnerOnly() {
    store.unit(() -> idempotency.keep(OWNER, RESULT));

    assertThat(lock(OWNER)).contains(RESULT);
    assertThat(lock(new KeyOwner("key-1", new StaffNumber("S-1002"), Operation.CREATE_DRAFT)))
        .isEmpty();
    assertThat(lock(new KeyOwner("key-1", new StaffNumber("S-1001"), Operation.RELEASE))).isEmpty();
  }

  @Test
  void keep_twice_isRefused() {
    store.unit(() -> idempotency.keep(OWNER, RESULT));

    assertThatThrownBy(() -> store.unit(() -> idempotency.keep(OWNER, RESULT)))
        .isInstanceOf(StoreException.class);
  }

  @Test
  void lock_whileAnotherHoldsTheKey_waitsAndFindsItsResult() throws Exception {
    CountDownLatch locked = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    var first =
        CompletableFuture.runAsync(
            () ->
                store.unit(
                    () -> {
                      assertThat(idempotency.lock(OWNER)).isEmpty();
                      locked.countDown();
                      await(go);
                      idempotency.keep(OWNER, RESULT);
                    }));
    assertThat(locked.await(10, TimeUnit.SECONDS)).isTrue();

    var second = CompletableFuture.supplyAsync(() -> lock(OWNER));
    assertThatThrownBy(() -> second.get(300, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    go.countDown();
    first.get(10, TimeUnit.SECONDS);

    assertThat(second.get(10, TimeUnit.SECONDS)).contains(RESULT);
  }

  private Optional<KeptResult> lock(KeyOwner owner) {
    return store.inUnit(() -> idempotency.lock(owner));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
