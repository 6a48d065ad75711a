package org.safehand.store.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
      "select count(*) from pg_locks l join pg_database d on d.oid = l.database"
          + " where not l.granted and d.datname = current_database()";

  private static final ExecutorService THREADS = Executors.newCachedThreadPool();

  /** As many as a browser opens at once, and more than are needed for there to be always one. */
  private static final int STREAMS = 8;

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
  void removal_amongRequestsThatNeverCease_isDone() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    CountDownLatch under = new CountDownLatch(STREAMS);
    List<CompletableFuture<Void>> streams =
        Stream.generate(() -> CompletableFuture.runAsync(() -> ask(under, over), THREADS))
            .limit(STREAMS)
            .toList();
    try {
      await(under);
      CompletableFuture.runAsync(this::remove, THREADS).get(10, TimeUnit.SECONDS);
    } finally {
      over.countDown();
      streams.forEach(CompletableFuture::join);
    }
    assertThat(bindings.find(PERSON).map(Binding::active)).contains(false);
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

  /** Shares the person for 20 ms again and again until it is over. */
  private void ask(CountDownLatch under, CountDownLatch over) {
    boolean isOver = false;
    while (!isOver) {
      isOver =
          test.inUnit(
              () -> {
                bindings.share(PERSON);
                under.countDown();
                return passed(over);
              });
    }
  }

  private static boolean passed(CountDownLatch over) {
    try {
      return over.await(20, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
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
