package org.safehand.store.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.referral.sample.SettableClock;
import org.safehand.referral.settings.NumberedSettings;
import org.safehand.referral.settings.Setting;
import org.safehand.referral.settings.Settings;
import org.safehand.referral.view.View;
import org.safehand.store.database.CountedStatements;
import org.safehand.store.database.TestDatabase;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;
import org.safehand.store.unit.EntityWork;
import org.safehand.store.unit.OwnDemarcation;

/** What PostgreSQL adds to the contract: other nodes, how old an answer is, roles, damage. */
class JpaSettingsTest {
  private static final Settings TIGHTER = Settings.STANDARD.with(Setting.GLASS_MINUTES, 5);
  private static final Settings OTHER = Settings.STANDARD.with(Setting.GLASS_MINUTES, 6);

  private final TestDatabase database = TestDatabase.migrated();
  private final SettableClock clock = new SettableClock(Instant.EPOCH);
  private final CountedStatements statements = new CountedStatements();
  private final EntityWork work = work(TestDatabase.BOTH);
  private final JpaSettings settings = new JpaSettings(work, clock);

  @Test
  void settings_ofANewDatabase_areTheStandardOnes() {
    assertThat(settings.latest()).isEqualTo(new NumberedSettings(0, Settings.STANDARD));
    assertThat(settings.now()).isEqualTo(Settings.STANDARD);
  }

  @Test
  void change_onOneNode_isSeenByEveryOther_atOnceOrWithinTwoSeconds() {
    JpaSettings sending = new JpaSettings(work("safehand_dispatcher"), clock);
    assertThat(sending.now()).isEqualTo(Settings.STANDARD);
    EntityWork edge = work("safehand_edge");
    changed(edge, new JpaSettings(edge, clock), TIGHTER);
    assertThat(sending.latest().settings()).isEqualTo(TIGHTER);
    clock.advance(Duration.ofSeconds(2));
    assertThat(sending.now()).isEqualTo(TIGHTER);
  }

  @Test
  void asked_manyTimes_isOneQueryInTwoSeconds_alsoWhenTheClockWentBack() {
    EntityWork noted =
        new EntityWork(
            TestDatabase.entities(statements.over(database.as(TestDatabase.BOTH))),
            new OwnDemarcation(),
            TestDatabase.HANDLE,
            new View.Everything());
    JpaSettings node = new JpaSettings(noted, clock);
    assertThat(statements.during(node::now)).anyMatch(sql -> sql.contains("settings"));
    clock.advance(Duration.ofMillis(1999));
    assertThat(statements.during(node::now)).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThat(statements.during(node::now)).isNotEmpty();
    clock.advance(Duration.ofMinutes(-5));
    assertThat(statements.during(node::now)).isNotEmpty();
  }

  @Test
  void change_undone_isNotKept_alsoIfItWasAskedForBefore() {
    assertThatThrownBy(
            () ->
                work.execute(
                    () -> {
                      settings.save(settings.alone().next(TIGHTER));
                      assertThat(settings.now()).isEqualTo(TIGHTER);
                      throw new IllegalStateException("planted");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(settings.now()).isEqualTo(Settings.STANDARD);
  }

  @Test
  void twoChangesAtOnce_areMadeOneAfterTheOther() {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    var first =
        CompletableFuture.supplyAsync(
            () ->
                work.execute(
                    () -> {
                      NumberedSettings now = settings.alone();
                      held.countDown();
                      await(go);
                      settings.save(now.next(TIGHTER));
                      return now;
                    }));
    await(held);
    EntityWork elsewhere = work(TestDatabase.BOTH);
    var second =
        CompletableFuture.supplyAsync(
            () -> changed(elsewhere, new JpaSettings(elsewhere, clock), OTHER));
    go.countDown();
    first.join();
    assertThat(second.join()).isEqualTo(new NumberedSettings(2, OTHER));
  }

  /** Whatever no two people can have agreed on is not gone by; nor is what is looser. */
  @ParameterizedTest
  @CsvSource({
    "'\"glassMinutes\":60','\"glassMinutes\":61'",
    "'\"glassMinutes\":60','\"glassMinutes\":4'",
    "'\"sessionHours\":8,',''",
    "'\"sessionHours\":8','\"sessionHours\":8,\"sessionHourz\":8'",
    "'{','{ '"
  })
  void document_oneRuleFromAGoodOne_isRefused(String good, String bad) throws SQLException {
    database.run(
        "safehand_owner",
        "update settings set revision = 1, document = convert_to(replace(convert_from(document,"
            + " 'UTF8'), '"
            + good
            + "', '"
            + bad
            + "'), 'UTF8')");
    unreadable(settings::now);
    unreadable(settings::latest);
  }

  @Test
  void row_takenAway_isNotTakenForTheStandard() throws SQLException {
    database.run("safehand_owner", "delete from settings");
    unreadable(settings::now);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "safehand_dispatcher: update settings set revision = 1",
        "safehand_edge: delete from settings",
        "safehand_edge: insert into settings (only_one, revision, document) values (true, 0, '')",
        "safehand_edge: update settings set only_one = true",
        "safehand_edge: update settings set revision = 2",
        "safehand_owner: update settings set revision = 0",
        "safehand_owner: insert into settings (revision, document) select 0, document from settings"
      })
  void row_isOneAlone_changedByTheEdgeAlone_andItsRevisionGrows(String attempt) {
    String[] parts = attempt.split(": ", 2);
    assertThatThrownBy(() -> database.run(parts[0], parts[1])).isInstanceOf(SQLException.class);
  }

  private static NumberedSettings changed(EntityWork work, JpaSettings node, Settings these) {
    return work.execute(
        () -> {
          NumberedSettings next = node.alone().next(these);
          node.save(next);
          return next;
        });
  }

  private EntityWork work(String role) {
    return new EntityWork(
        database.entities(role), new OwnDemarcation(), TestDatabase.HANDLE, new View.Everything());
  }

  private static void unreadable(Supplier<?> asking) {
    assertThatThrownBy(asking::get)
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> assertThat(e.code()).isEqualTo(StoreCode.SETTINGS_UNREADABLE));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
