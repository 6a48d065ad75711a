package org.safehand.store.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safehand.referral.access.Role;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.person.Binding;
import org.safehand.referral.person.Bindings;
import org.safehand.referral.person.Place;
import org.safehand.store.Store;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;
import org.safehand.store.sample.TestStore;

/** Nobody holds off their own removal, however often they ask for something meanwhile. */
class RemovalTest {
  private static final StaffNumber PERSON = new StaffNumber("S-2001");
  private static final String WAITING =
      "select count(*) from pg_stat_activity"
          + " where datname = current_database() and wait_event_type = 'Lock'";

  private static final ExecutorService THREADS = Executors.newCachedThreadPool();

  private final TestStore test = TestStore.create();
  private final Bindings bindings = test.store().bindings();

  @BeforeEach
  void add() {
    test.unit(
        () ->
            bindings.save(
                new Binding(
                    PERSON,
                    "Sven Supervisor",
                    Set.of(Role.RELEASE_SUPERVISOR),
                    new Place.Unit("hotline"),
                    true,
                    1)));
  }

  /** With whom comes after it behind it, a removal waits for those alone who were there before. */
  @Test
  void sharer_whoComesAfterTheRemoval_waitsForIt() throws Exception {
    CountDownLatch shared = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    var first =
        CompletableFuture.supplyAsync(
            () -> test.inUnit(() -> holding(bindings.share(PERSON), shared, go)), THREADS);
    await(shared);
    var removal = CompletableFuture.runAsync(this::remove, THREADS);
    untilWaiting(1);
    var second =
        CompletableFuture.supplyAsync(() -> test.inUnit(() -> bindings.share(PERSON)), THREADS);
    untilWaiting(2);
    go.countDown();

    assertThat(first.get(10, TimeUnit.SECONDS).map(Binding::active)).contains(true);
    removal.get(10, TimeUnit.SECONDS);
    assertThat(second.get(10, TimeUnit.SECONDS).map(Binding::active)).contains(false);
  }

  @Test
  void edge_thatWaitsForWhatAnotherHolds_isToldThatTheDatabaseIsBusy() throws Exception {
    assertThat(
            test.database()
                .texts(
                    "select rolname || ' ' || unnest(rolconfig) from pg_roles"
                        + " where rolname in ('safehand_edge', 'safehand_dispatcher') order by 1"))
        .containsExactly("safehand_dispatcher lock_timeout=5s", "safehand_edge lock_timeout=5s");
    // not the whole of that here
    String database = test.database().text("select current_database()");
    test.database()
        .run(
            "postgres",
            "alter role safehand_edge in database " + database + " set lock_timeout = '200ms'");
    Store edge = test.edge();
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    var holder =
        CompletableFuture.supplyAsync(
            () ->
                test.inUnit(
                    () -> {
                      bindings.alone();
                      return holding(Optional.empty(), held, go);
                    }),
            THREADS);
    await(held);
    assertThatThrownBy(
            () ->
                edge.unitOfWork()
                    .run(
                        () -> {
                          edge.bindings().alone();
                          return true;
                        }))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.code()).isEqualTo(StoreCode.DATABASE_BUSY));
    go.countDown();
    holder.get(10, TimeUnit.SECONDS);
  }

  private void remove() {
    test.unit(
        () -> {
          bindings.alone();
          bindings.save(bindings.find(PERSON).orElseThrow().ended());
        });
  }

  private static <T> T holding(T value, CountDownLatch held, CountDownLatch go) {
    held.countDown();
    await(go);
    return value;
  }

  private void untilWaiting(int units) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (test.database().count(WAITING) < units) {
      assertThat(System.nanoTime()).as("%d units wait", units).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
