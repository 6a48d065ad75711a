package org.safehand.systemtests.tamper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.safehand.custody.audit.LogAudit;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.proof.ProofMaker;
import org.safehand.systemtests.tamper.attack.AnchorAttacks;
import org.safehand.systemtests.tamper.attack.Attack;
import org.safehand.systemtests.tamper.attack.EventAttacks;
import org.safehand.systemtests.tamper.attack.HistoryAttacks;
import org.safehand.systemtests.tamper.attack.KeyAttacks;
import org.safehand.systemtests.tamper.attack.LogAttacks;
import org.safehand.systemtests.tamper.attack.MisfitAttacks;
import org.safehand.systemtests.tamper.attack.NodeAttacks;
import org.safehand.systemtests.tamper.attack.PendingAttacks;
import org.safehand.systemtests.tamper.attack.RestoreAttacks;
import org.safehand.systemtests.tamper.forgery.StolenKeys;
import org.safehand.systemtests.tamper.observer.AuditObserver;
import org.safehand.systemtests.tamper.observer.ExportObserver;
import org.safehand.systemtests.tamper.observer.Observer;
import org.safehand.systemtests.tamper.observer.SequencerObserver;
import org.safehand.systemtests.tamper.observer.Sighting;
import org.safehand.systemtests.tamper.observer.WitnessObserver;
import org.safehand.systemtests.tamper.scene.RecordedLog;
import org.safehand.systemtests.tamper.scene.SavedTables;
import org.safehand.systemtests.tamper.scene.SequencerProcess;
import org.safehand.systemtests.tamper.scene.Superuser;

/** Nothing that a superuser of the database does to the custody log goes unnoticed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustodyTamperIT {
  private static final boolean LONG = Boolean.getBoolean("safehand.long");
  private static final int ATTACKS = LONG ? 2000 : 120;
  private static final int HISTORIES = LONG ? 10 : 1;
  private static final long SEED = Long.getLong("safehand.seed", 20261127);
  private static final int TIMES = 10;

  private final Path home = Path.of("..", "..").toAbsolutePath().normalize();
  private final RecordedLog log =
      new RecordedLog(home, home.resolve("src/system-tests/target/tamper"));
  private final Superuser superuser = log.superuser();
  private final List<Sighting> falseAlarms = new ArrayList<>();
  private final Limits limits = new Limits(superuser);
  private final StolenKeys keys = new StolenKeys(log.workplace(), log.database());
  private int looks;
  private List<Digest> told = List.of();
  private SavedTables older;
  private SavedTables baseline;
  private Observer sequencer;

  CustodyTamperIT() throws Exception {}

  @BeforeAll
  void recordWhileEverybodyLooks() throws Exception {
    try (SequencerProcess running = log.startSequencer()) {
      log.settle();
      log.record(TIMES, this::lookWhileWritersWrite);
      log.issueExtracts();
      log.settle();
      log.anchor();
      log.settle();
      older = log.save("older");
      log.record(TIMES, this::lookWhileWritersWrite);
      log.recordErasure();
      log.settle();
      log.anchor();
      log.settle();
      assertThat(running.alarm()).isEmpty();
    }
    told = log.recordPending();
    superuser.dropConstraints();
    baseline = log.save("baseline");
    sequencer = new SequencerObserver(log, log.head());
  }

  @AfterEach
  void restore() throws SQLException {
    baseline.restore();
  }

  @AfterAll
  void close() throws Exception {
    log.close();
  }

  private List<Observer> observers(boolean settled) throws IOException {
    return List.of(
        new ExportObserver(
            log.store().publishedLog(),
            log.secrets().trust(),
            log.workplace().folder().root().resolve("export")),
        new AuditObserver(
            log.store().storedCustody(), new LogAudit(log.secrets().trust(), log.nodes())),
        new WitnessObserver(log, settled));
  }

  private void lookWhileWritersWrite() throws Exception {
    for (Observer observer : observers(false)) {
      observer.look().ifPresent(falseAlarms::add);
    }
    looks++;
  }

  private Campaign campaign() throws IOException {
    return new Campaign(superuser, baseline, observers(true), sequencer);
  }

  @Test
  void writersRecordingWhileEverybodyLooks_neverAlarm() {
    assertThat(falseAlarms).isEmpty();
    assertThat(looks).as("looks while writers wrote").isEqualTo(2 * TIMES);
  }

  @Test
  void untouchedLog_findsNobodyAlarmed() throws Exception {
    assertThat(campaign().look(true)).isEmpty();
  }

  @Test
  void attack_isFoundWithItsPlace() throws Exception {
    List<Attack> attacks =
        Stream.of(
                EventAttacks.all(),
                LogAttacks.all(),
                NodeAttacks.all(),
                RestoreAttacks.all(),
                AnchorAttacks.all(),
                MisfitAttacks.all(),
                new KeyAttacks(log.erasedCase().value(), keys).all(),
                new PendingAttacks(keys).all())
            .flatMap(List::stream)
            .toList();
    List<Attack> histories = new HistoryAttacks(keys, log.secrets(), older).all();
    SplittableRandom random = new SplittableRandom(SEED);
    System.out.println("seed " + SEED);
    Campaign campaign = campaign();
    for (int i = 0; i < HISTORIES * histories.size(); i++) {
      campaign.run(histories.get(i % histories.size()), random.split(), true);
    }
    while (campaign.made() < ATTACKS) {
      campaign.run(attacks.get(campaign.made() % attacks.size()), random.split(), false);
    }
    System.out.println(campaign);
    assertThat(campaign.unnoticed()).as("unnoticed, seed %d", SEED).isEmpty();
  }

  @Test
  void keyDestroyedOnRecord_alarmsNobody() throws Exception {
    superuser.run("delete from case_key where case_id = ?", log.erasedCase().value());
    assertThat(campaign().look(true)).isEmpty();
  }

  // What follows leaves nothing that anybody of the four could see. Each test shows that it is so,
  // and what closes it.

  @Test
  void pendingEventDroppedWithItsHead_isMissedByWhoeverWasToldItsLeafHash() throws Exception {
    for (Digest leafHash : told) {
      assertThat(log.isRecorded(leafHash)).isTrue();
      limits.dropUnseen(leafHash);
    }
    assertThat(campaign().look(true)).isEmpty();
    assertThat(told).noneMatch(log::isRecorded);
  }

  @Test
  void oldCheckpointDeleted_saidNothingThatTheNewestDoesNot() throws Exception {
    SignedNote old = log.oldWitnessed();
    Checkpoint checkpoint = log.secrets().trust().verify(old);
    limits.deleteCheckpoint(checkpoint.size());
    assertThat(campaign().look(true)).isEmpty();
    assertThat(new ProofMaker(log.store().publishedLog()).root(checkpoint.size()))
        .as("whoever was given it has proof that the log continues it")
        .isEqualTo(checkpoint.root());
  }

  @Test
  void columnsOutsideEveryProof_changeNothingThatIsProven() throws Exception {
    limits.changeWhatNothingRestsOn();
    assertThat(campaign().look(true)).isEmpty();
  }
}
