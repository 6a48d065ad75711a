package org.safehand.store.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.safehand.custody.provenance.Instrument;
import org.safehand.referral.endpoint.Agency;
import org.safehand.referral.fault.StaleRevisionException;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.pki.TestWorld;
import org.safehand.referral.registry.RecordFirstRegistry;
import org.safehand.referral.registry.Registries;
import org.safehand.referral.registry.Registry;
import org.safehand.referral.registry.RegistryDocument;
import org.safehand.referral.sample.People;
import org.safehand.referral.view.View;
import org.safehand.store.Store;
import org.safehand.store.database.TestDatabase;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;
import org.safehand.store.sample.Samples;
import org.safehand.store.sample.TestStore;
import org.safehand.store.unit.EntityWork;
import org.safehand.store.unit.OwnDemarcation;

/** What PostgreSQL adds to the contract: other nodes, roles, the first registry, damage. */
class JpaRegistriesTest {
  private static final Agency NORTH = TestWorld.agencies().get(0);
  private static final Agency SOUTH = TestWorld.agencies().get(1);

  private final TestStore test = TestStore.create();
  private final Registries registries = test.store().registries();

  @Test
  void change_onOneNode_isSeenByEveryOtherAtOnce_alsoByTheOneThatSends() {
    Store edge = test.edge();
    Registries people = edge.registries();
    Registries other = test.reopened().registries();
    assertThat(other.agencies()).isEmpty();
    change(edge, people.now().with(NORTH));
    for (Registries each : List.of(registries, other, people)) {
      assertThat(each.agency(NORTH.id())).isPresent();
    }
    change(edge, people.now().without(NORTH.id()));
    assertThat(other.agencies()).isEmpty();
  }

  @Test
  void installationThatHadAFile_hasNoRegistryBeforeItsFileIsPutIn() throws SQLException {
    TestDatabase database = TestDatabase.empty();
    database.migrate("13");
    assertThat(database.migrate().success).isTrue();
    Registries upgraded = over(database);
    assertThatThrownBy(upgraded::agencies)
        .as("not an empty one, by which what waits would be suspended")
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> assertThat(e.code()).isEqualTo(StoreCode.REGISTRY_UNREADABLE));
    put(database, Registry.first(List.of(NORTH), List.of()));
    assertThat(upgraded.agencies()).hasSize(1);
  }

  @Test
  void firstRegistry_isPutInOnce_recordedByTheFirstNode_andNeverAgain() throws SQLException {
    TestDatabase database = TestDatabase.migrated();
    Registry first = Registry.first(List.of(NORTH, SOUTH), List.of());
    assertThat(put(database, first)).isTrue();
    assertThat(put(database, Registry.first(List.of(), List.of()))).isFalse();
    assertThat(RegistryDocument.digest(over(database).now()))
        .isEqualTo(RegistryDocument.digest(first));
    // that of the test's own store is an empty one
    assertThat(record()).isPresent();
    assertThat(record()).isEmpty();
    assertThat(test.database().count("select count(*) from custody_event")).isEqualTo(1);
  }

  @Test
  void documentOfAnAgency_thatIsAnother_isRefusedWhole() throws SQLException {
    change(test.store(), registries.now().with(NORTH));
    change(test.store(), registries.now().with(SOUTH));
    test.database()
        .run(
            "safehand_owner",
            "update registry_agency set document ="
                + " (select document from registry_agency where agency_id = 'AG-S-002')"
                + " where agency_id = 'AG-N-001'");
    Registries fresh = test.reopened().registries();
    assertThatThrownBy(fresh::now)
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> assertThat(e.code()).isEqualTo(StoreCode.REGISTRY_UNREADABLE));
  }

  @Test
  void twoChangesAtOnce_areMadeOneAfterTheOther() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Registries other = test.reopened().registries();
    var first =
        CompletableFuture.supplyAsync(
            () ->
                test.inUnit(
                    () -> {
                      Registry now = registries.alone();
                      held.countDown();
                      await(go);
                      registries.save(now.with(NORTH));
                      return now;
                    }));
    await(held);
    var second =
        CompletableFuture.supplyAsync(
            () ->
                test.inUnit(
                    () -> {
                      registries.save(registries.alone().with(SOUTH));
                      return true;
                    }));
    go.countDown();
    first.join();
    assertThat(second.join()).isTrue();
    assertThat(other.agencies()).hasSize(2);
    assertThat(other.now().revision()).isEqualTo(3);
  }

  @Test
  void whoeverSends_changesNothing_andNobodyTheFirstRegistry() {
    for (String role : List.of("safehand_dispatcher", "safehand_owner")) {
      String sql =
          role.equals("safehand_owner")
              ? "delete from registry_import"
              : "update registry set revision = revision + 1";
      assertThatThrownBy(() -> test.database().run(role, sql)).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void revision_doesNotGoBack() {
    assertThatThrownBy(() -> change(test.store(), registries.now().with(NORTH).with(SOUTH)))
        .isInstanceOf(StaleRevisionException.class);
  }

  private static void change(Store store, Registry next) {
    store
        .unitOfWork()
        .run(
            () -> {
              store.registries().save(next);
              return next;
            });
  }

  private static Registries over(TestDatabase database) {
    return new JpaRegistries(
        new EntityWork(
            database.entities(), new OwnDemarcation(), TestDatabase.HANDLE, new View.Everything()));
  }

  private Optional<Registry> record() {
    Journal journal =
        new Journal(
            test.store().custodyRecorder(),
            Samples.IDS,
            Clock.systemUTC(),
            new Instrument("test", "Safehand", "0.1"));
    return new RecordFirstRegistry(
            test.store().unitOfWork(), test.store().firstRegistries(), journal)
        .record(People.NODE);
  }

  private static boolean put(TestDatabase database, Registry registry) throws SQLException {
    try (Connection owner = database.as("safehand_migrate").getConnection();
        Statement become = owner.createStatement()) {
      become.execute("set role safehand_owner");
      return new FirstRegistry(owner).put(registry);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
