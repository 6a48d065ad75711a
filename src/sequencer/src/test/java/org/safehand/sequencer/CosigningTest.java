package org.safehand.sequencer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.CosignerKey;
import org.safehand.custody.note.NoteSignature;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.note.VerifierKey;
import org.safehand.custody.trust.LogTrust;
import org.safehand.sequencer.fault.SequencerCode;

/** The sequencer and its witnesses, on a real database and over HTTP. */
@Timeout(90)
class CosigningTest {
  private final CosignerKey postQuantum =
      CosignerKey.generateMlDsa44(TestLog.ORIGIN, new SecureRandom());
  private final TestLog log;
  private final List<VerifierKey> logKeys;
  private final TestWitness one;
  private final TestWitness two;

  CosigningTest(@TempDir Path temp) throws SQLException, IOException {
    log = new TestLog(temp);
    log.usePostQuantumKey(postQuantum);
    logKeys = List.of(log.logKey().verifierKey(), postQuantum.verifierKey());
    one = new TestWitness("one.example", logKeys);
    two = new TestWitness("two.example", logKeys);
  }

  @AfterEach
  void close() {
    one.close();
    two.close();
  }

  private boolean witnessed(long size) throws Exception {
    return log.note("log_witnessed", size).isPresent();
  }

  private boolean published(long size) throws Exception {
    return log.note("log_checkpoint", size).isPresent();
  }

  @Test
  void quorum_reached_noteHasAllLinesInOrderAndExportVerifies() throws Exception {
    log.useWitnesses(2, one, two);
    try (RunningService service = new RunningService(log)) {
      service.await(() -> witnessed(0));
      log.record(300);
      service.await(() -> witnessed(300));
      log.record(5);
      service.await(() -> witnessed(305));
    }
    SignedNote note = log.note("log_witnessed", 305).orElseThrow();
    assertThat(note.signatures())
        .hasSize(4)
        .satisfiesExactly(
            claimedBy(logKeys.get(0)),
            claimedBy(logKeys.get(1)),
            claimedBy(one.key()),
            claimedBy(two.key()));
    LogTrust trust = new LogTrust(TestLog.ORIGIN, logKeys, List.of(one.key(), two.key()), 2);
    Path export = log.export("log_witnessed", 305, "export");
    assertThat(TestLog.verify(export, trust).checkpoint().size()).isEqualTo(305);
    assertThat(log.headFile().signatures()).hasSize(2);
    assertThat(Checkpoint.of(two.last(TestLog.ORIGIN).orElseThrow()))
        .isEqualTo(Checkpoint.of(note));
    assertThat(log.alarms()).isEmpty();
  }

  private static Consumer<NoteSignature> claimedBy(VerifierKey key) {
    return line -> assertThat(key.claims(line)).as(key.name()).isTrue();
  }

  @Test
  void slowWitness_holdsUpNeitherQuorumNorRoundsAndIsAskedForTheNewest() throws Exception {
    CountDownLatch opened = new CountDownLatch(1);
    log.useWitnesses(1, one, two);
    try (RunningService service = new RunningService(log)) {
      service.await(() -> witnessed(0) && two.last(TestLog.ORIGIN).isPresent());
      int before = two.requests();
      two.waitFor(opened);
      for (int size = 10; size <= 100; size += 10) {
        log.record(10);
        int reached = size;
        service.await(() -> witnessed(reached));
      }
      opened.countDown();
      log.record(10);
      service.await(
          () -> TestLog.size(two.last(TestLog.ORIGIN).orElseThrow()) == 110 && witnessed(110));
      assertThat(two.requests() - before).as("rounds are not submitted one by one").isLessThan(10);
    }
  }

  @Test
  void witnessAway_publishedAndNotWitnessedUntilItIsBack() throws Exception {
    log.useWitnesses(1, one);
    try (RunningService service = new RunningService(log)) {
      service.await(() -> witnessed(0));
      one.leave();
      log.record(5);
      service.await(() -> published(5));
      log.record(5);
      service.await(() -> published(10) && log.alarms().contains("does not cosign"));
      assertThat(witnessed(5) || witnessed(10)).isFalse();
      one.comeBack();
      service.await(() -> witnessed(10));
    }
    assertThat(log.alarms().lines().filter(line -> line.startsWith("ALARM witness one.example at")))
        .as("each minute, not each try")
        .hasSize(1);
  }

  @Test
  void uselessAnswers_alarmAndTheLogGoesOn() throws Exception {
    log.useWitnesses(1, one);
    for (int status : new int[] {200, 302, 400, 403, 404, 409, 500}) {
      one.answerAlways(status);
      try (RunningService service = new RunningService(log)) {
        service.await(() -> published(0) && log.alarms().contains("does not cosign"));
      }
      assertThat(witnessed(0)).as("%s", status).isFalse();
      log.clearAlarms();
    }
    one.answerAlways(0);
    try (RunningService service = new RunningService(log)) {
      service.await(() -> witnessed(0));
    }
  }

  @Test
  void quorumZero_noWitnessIsAsked() throws Exception {
    log.useWitnesses(0, one);
    try (RunningService service = new RunningService(log)) {
      log.record(5);
      service.await(() -> witnessed(5));
    }
    assertThat(one.requests()).isZero();
    assertThat(log.note("log_witnessed", 5)).isEqualTo(log.note("log_checkpoint", 5));
  }

  @Test
  void unwitnessedCheckpoint_ofARunBefore_cosignedAfterTheStart() throws Exception {
    log.useWitnesses(1, one);
    assertThat(log.grow(7)).isEqualTo(7);
    assertThat(witnessed(7)).isFalse();
    try (RunningService service = new RunningService(log)) {
      service.await(() -> witnessed(7));
    }
  }

  /** A log of 10 that the witness has cosigned, and its backup of 5 with a head file of 5. */
  private TestDatabase setBack() throws Exception {
    log.useWitnesses(1, one);
    TestDatabase backup;
    byte[] head;
    try (RunningService service = new RunningService(log)) {
      log.record(5);
      service.await(() -> witnessed(5));
    }
    backup = log.tables().copy();
    head = Files.readAllBytes(log.head());
    try (RunningService service = new RunningService(log)) {
      log.record(5);
      service.await(() -> witnessed(10));
    }
    Files.write(log.head(), head);
    return backup;
  }

  @Test
  void databaseAndHeadFileSetBack_witnessKnowsAndRestoreMendsIt() throws Exception {
    TestDatabase backup = setBack();
    Path export = log.export("log_witnessed", 10, "export");
    log.useDatabase(backup);
    assertThatThrownBy(log::run)
        .hasMessageStartingWith("sequencer-witness-conflict: one.example at http://localhost:")
        .hasMessageContaining("has cosigned size 10, the database holds 5")
        .hasMessageContaining("restore --from DIR");
    assertThat(log.restoreFrom(export).lost()).isEqualTo(5);
    assertThat(log.note("log_witnessed", 10).orElseThrow().signatures()).hasSize(3);
    assertThat(log.note("log_checkpoint", 10)).contains(log.headFile());
    assertThat(log.headFile().signatures()).hasSize(2);
    try (RunningService service = new RunningService(log)) {
      new CustodyRows(backup).record(UUID.randomUUID(), 3, log.node());
      service.await(() -> witnessed(13));
    }
  }

  @Test
  void databaseLostAltogether_witnessKnows() throws Exception {
    setBack();
    log.useDatabase(new TestDatabase());
    Files.delete(log.head());
    assertThatThrownBy(log::run)
        .hasMessageStartingWith("sequencer-witness-conflict: ")
        .hasMessageContaining("has cosigned size 10, the database holds 0");
    assertThat(log.tables().longs("select size from log_head")).isEmpty();
  }

  /** The backup, grown to 14 by other events while no witness was asked. */
  private void fork() throws Exception {
    TestDatabase backup = setBack();
    log.useDatabase(backup);
    log.useWitnesses(0);
    new CustodyRows(backup).record(UUID.randomUUID(), 9, log.node());
    assertThat(log.run()).isEqualTo(14);
    log.useWitnesses(1, one);
  }

  @Test
  void fork_refusedAtTheStart() throws Exception {
    fork();
    assertThatThrownBy(log::run)
        .hasMessageStartingWith("sequencer-witness-conflict: ")
        .hasMessageContaining("has cosigned another log of size 10");
  }

  @Test
  void fork_thatNobodyCouldTellAtTheStart_stopsTheService() throws Exception {
    fork();
    one.leave();
    try (RunningService service = new RunningService(log)) {
      service.await(() -> log.alarms().contains("could not be asked at start, going on"));
      one.comeBack();
      assertThat(service.awaitRefusal().code()).isEqualTo(SequencerCode.WITNESS_CONFLICT);
    }
    assertThat(log.alarms()).contains("ALARM sequencer-witness-conflict: one.example at ");
    assertThat(TestLog.size(one.last(TestLog.ORIGIN).orElseThrow())).isEqualTo(10);
    assertThat(witnessed(14) && log.note("log_witnessed", 14).orElseThrow().signatures().size() > 2)
        .isFalse();
  }

  @Test
  void setBack_thatNobodyCouldTellAtTheStart_stopsTheService() throws Exception {
    TestDatabase backup = setBack();
    log.useDatabase(backup);
    one.leave();
    try (RunningService service = new RunningService(log)) {
      new CustodyRows(backup).record(UUID.randomUUID(), 1, log.node());
      service.await(() -> published(6));
      one.comeBack();
      assertThat(service.awaitRefusal())
          .hasMessageContaining("has cosigned size 10, the database holds 6");
    }
  }

  @Test
  void settings_thatAskTheImpossible_refused() throws Exception {
    log.useWitnesses(3, one, two);
    assertRefused("SAFEHAND_QUORUM is not between 0 and the number of witnesses, 2");
    log.useWitnesses(2, one, one);
    assertRefused("a witness is there twice");
    log.useWitnesses(1, one);
    log.set("SAFEHAND_QUORUM", "-1");
    assertRefused("SAFEHAND_QUORUM");
    for (String url : new String[] {"", "ftp://x/", "http:///w", "http://x/?a=b", "http://u@x/"}) {
      log.witnessLines(one.key() + " " + url + "\n");
      assertRefused("not a witness's key and URL");
    }
    log.witnessLines(log.logKey().verifierKey() + " http://localhost:1/\n");
    assertRefused("not a witness's key and URL");
    log.witnessLines(postQuantum.verifierKey() + " http://localhost:1/\n");
    log.set("SAFEHAND_QUORUM", "1");
    assertRefused("names a key of the log");
  }

  private void assertRefused(String reason) {
    assertThatThrownBy(log::settings)
        .hasMessageStartingWith("sequencer-settings: ")
        .hasMessageContaining(reason);
  }
}
