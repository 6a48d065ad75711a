package org.safehand.sequencer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.custody.event.NodeKey;
import org.safehand.custody.log.LogException;
import org.safehand.custody.log.LogExport;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.proof.ProofMaker;
import org.safehand.custody.tree.TreeWriter;
import org.safehand.sequencer.checkpoint.HeadFile;
import org.safehand.sequencer.checkpoint.LogSigners;
import org.safehand.sequencer.database.LogDatabase;
import org.safehand.sequencer.fault.SequencerCode;
import org.safehand.sequencer.fault.SequencerException;
import org.safehand.sequencer.witness.WitnessCheck;
import org.safehand.sequencer.witness.WitnessPolicy;

class SequencerTest {
  private static final UUID ONE = UUID.randomUUID();
  private static final UUID OTHER = UUID.randomUUID();

  private final LogKey logKey = LogKey.generate("example.org/log", new SecureRandom());
  private final LogSigners signers = new LogSigners(logKey, Optional.empty(), List.of());
  private final NodeKey node = NodeKey.generate("node-1", new SecureRandom());
  private final NodeKey stranger = NodeKey.generate("node-1", new SecureRandom());
  private final NodeKey unknown = NodeKey.generate("node-2", new SecureRandom());
  private final ByteArrayOutputStream alarms = new ByteArrayOutputStream();
  private final TestDatabase tables = new TestDatabase();
  private final CustodyRows rows = new CustodyRows(tables);
  private final Path temp;
  private final Path headPath;

  SequencerTest(@TempDir Path temp) throws SQLException, IOException {
    this.temp = temp;
    this.headPath = temp.resolve("state/head");
    writeNodeKeys(node);
  }

  private void writeNodeKeys(NodeKey... keys) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (NodeKey key : keys) {
      lines.append(key.verifierKey().toLine()).append('\n');
    }
    Files.writeString(temp.resolve("node-keys"), lines);
  }

  private Sequencer start(LogDatabase database)
      throws SequencerException, SQLException, IOException {
    return Sequencer.start(
        database,
        signers,
        new HeadFile(headPath, signers),
        new WitnessCheck(WitnessPolicy.none(), signers, Duration.ZERO, alarmStream()),
        new HeldEvents(alarmStream(), Clock.systemUTC(), Duration.ZERO),
        Clock.systemUTC(),
        NodeKeyFile.read(temp.resolve("node-keys")));
  }

  private PrintStream alarmStream() {
    return new PrintStream(alarms, true, UTF_8);
  }

  private long run() throws SequencerException, SQLException, IOException {
    try (LogDatabase database = tables.open()) {
      Sequencer sequencer = start(database);
      while (sequencer.round() == Sequencer.ROUND) {
        assertThat(sequencer.size()).isPositive();
      }
      return sequencer.size();
    }
  }

  private Checkpoint headFile() throws IOException, NoteException {
    return Checkpoint.of(SignedNote.parse(Files.readAllBytes(headPath)));
  }

  private static void assertCode(SequencerCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(SequencerException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageStartingWith(code.code() + ": ");
  }

  private List<Long> indexes() throws SQLException {
    return tables.longs(
        "select log_index from custody_event where log_index is not null order by log_index");
  }

  @Test
  void emptyLog_hasCheckpointOfSizeZero() throws Exception {
    assertThat(run()).isZero();
    assertThat(headFile()).isEqualTo(new Checkpoint("example.org/log", 0, new TreeWriter().root()));
    assertThat(tables.longs("select size from log_checkpoint")).containsExactly(0L);
    assertThat(run()).isZero();
  }

  @Test
  void events_contiguousInCaseOrderAndExportVerifies() throws Exception {
    for (int i = 0; i < 6; i++) {
      rows.record(ONE, 90, node);
      rows.record(OTHER, 47, node);
      run();
    }
    rows.record(ONE, 1500, node);
    assertThat(run()).isEqualTo(2322);
    assertThat(indexes()).isEqualTo(LongStream.range(0, 2322).boxed().toList());
    assertThat(
            tables.longs(
                "select count(*) from custody_event a join custody_event b on a.case_id = b.case_id"
                    + " and a.case_sequence < b.case_sequence and a.log_index > b.log_index"))
        .containsExactly(0L);
    assertThat(headFile().size()).isEqualTo(2322);
    verifyExport(2322);
    assertThat(tables.longs("select count(*) from log_tile")).containsExactly(11L);
    assertThat(tables.longs("select count(*) from log_entries")).containsExactly(10L);
    assertThat(alarms.toString(UTF_8)).isEmpty();
  }

  private void verifyExport(long size)
      throws SQLException, IOException, NoteException, LogException {
    Path folder = temp.resolve("export");
    try (LogDatabase database = tables.open()) {
      SignedNote note = SignedNote.parse(database.checkpoint(size).orElseThrow().getBytes(UTF_8));
      new LogExport(database.tiles()).write(note, folder);
      assertThat(new ProofMaker(database.tiles()).root(size)).isEqualTo(Checkpoint.of(note).root());
    }
    assertThat(ExportCheck.verify(folder, logKey).checkpoint().size()).isEqualTo(size);
  }

  @Test
  void signatureOfStranger_heldWithWhatFollowsWhileOthersGoOn() throws Exception {
    rows.record(ONE, 2, node);
    rows.record(ONE, 1, stranger);
    rows.record(ONE, 1, node);
    rows.record(OTHER, 3, node);
    assertThat(run()).isEqualTo(5);
    assertThat(alarms.toString(UTF_8).lines())
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).startsWith("ALARM event-bad-signature: event "))
        .anySatisfy(line -> assertThat(line).startsWith("ALARM event-case-gap: event "));
    assertThat(tables.longs("select count(*) from custody_event where log_index is null"))
        .containsExactly(2L);
  }

  @Test
  void unknownNode_heldUntilItsKeyIsListed() throws Exception {
    rows.record(ONE, 2, unknown);
    try (LogDatabase database = tables.open()) {
      Sequencer sequencer = start(database);
      assertThat(sequencer.round()).isEqualTo(2);
      assertThat(sequencer.size()).isZero();
      assertThat(sequencer.round()).as("held events are not looked at again").isZero();
    }
    assertThat(alarms.toString(UTF_8)).contains("ALARM event-unknown-node: event ");
    writeNodeKeys(node, unknown);
    assertThat(run()).isEqualTo(2);
  }

  @Test
  void leafChangedInTheRow_held() throws Exception {
    rows.record(ONE, 1, node);
    tables.asSuperuser(
        "update custody_event set leaf = convert_to(replace(convert_from(leaf,"
            + " 'UTF8'), '2026', '2025'), 'UTF8')");
    assertThat(run()).isZero();
    assertThat(alarms.toString(UTF_8)).contains("ALARM event-leaf-malformed");
  }

  @Test
  void pendingEventTakenAway_heldFromThereOn() throws Exception {
    rows.record(ONE, 5, node);
    tables.asSuperuser("delete from custody_event where case_sequence = 2");
    assertThat(run()).isEqualTo(2);
    assertThat(alarms.toString(UTF_8).lines())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).startsWith("ALARM event-case-gap"));
  }

  @Test
  void clockThatWentBack_caseOrderKept() throws Exception {
    rows.record(ONE, 3, node);
    tables.asSuperuser(
        "update custody_event set recorded_at = recorded_at - case_sequence * interval '1 hour'");
    assertThat(run()).isEqualTo(3);
    assertThat(tables.longs("select case_sequence from custody_event order by log_index"))
        .containsExactly(0L, 1L, 2L);
  }

  @Test
  void databaseRolledBack_refused() throws Exception {
    rows.record(ONE, 5, node);
    run();
    byte[] early = Files.readAllBytes(headPath);
    rows.record(ONE, 5, node);
    run();
    String root = headFileRoot(early);
    tables.asSuperuser(
        "update log_head set size = 5, root = '\\x"
            + root
            + "';"
            + "delete from log_checkpoint where size = 10;"
            + "update custody_event set log_index = null where log_index >= 5");
    assertThatThrownBy(this::run)
        .hasMessageStartingWith("sequencer-database-smaller: ")
        .hasMessageContaining("restore --from DIR");
    tables.asSuperuser("delete from log_head; delete from log_checkpoint");
    assertCode(SequencerCode.DATABASE_SMALLER, this::run);
  }

  private static String headFileRoot(byte[] note) throws NoteException {
    return Checkpoint.of(SignedNote.parse(note)).root().hex();
  }

  @Test
  void databaseOfAnotherLog_refused() throws Exception {
    rows.record(ONE, 5, node);
    run();
    byte[] head = Files.readAllBytes(headPath);
    TestDatabase foreign = new TestDatabase();
    new CustodyRows(foreign).record(OTHER, 9, node);
    try (LogDatabase database = foreign.open()) {
      Files.delete(headPath);
      start(database).round();
    }
    Files.write(headPath, head);
    try (LogDatabase database = foreign.open()) {
      assertCode(SequencerCode.DATABASE_DIFFERENT, () -> start(database));
    }
  }

  @Test
  void tileHeadOrCheckpointChanged_refused() throws Exception {
    rows.record(ONE, 5, node);
    run();
    tables.asSuperuser("update log_tile set bytes = set_byte(bytes, 7, get_byte(bytes, 7) # 1)");
    assertCode(SequencerCode.DATABASE_DIFFERENT, this::run);
    tables.asSuperuser("update log_tile set bytes = set_byte(bytes, 7, get_byte(bytes, 7) # 1)");
    assertThat(run()).isEqualTo(5);
    tables.asSuperuser("update log_head set root = set_byte(root, 7, get_byte(root, 7) # 1)");
    assertCode(SequencerCode.DATABASE_DIFFERENT, this::run);
    tables.asSuperuser("update log_head set root = set_byte(root, 7, get_byte(root, 7) # 1)");
    tables.asSuperuser("delete from log_checkpoint where size = 5");
    assertCode(SequencerCode.DATABASE_DIFFERENT, this::run);
  }

  @Test
  void headFileLostOrForged_refused() throws Exception {
    rows.record(ONE, 5, node);
    run();
    byte[] head = Files.readAllBytes(headPath);
    Files.delete(headPath);
    assertCode(SequencerCode.HEAD_FILE, this::run);
    LogKey forger = LogKey.generate("example.org/log", new SecureRandom());
    Files.write(headPath, forger.sign(Checkpoint.of(SignedNote.parse(head))).bytes());
    assertCode(SequencerCode.HEAD_FILE, this::run);
    Files.writeString(headPath, "");
    assertCode(SequencerCode.HEAD_FILE, this::run);
    Files.write(headPath, head);
    assertThat(run()).isEqualTo(5);
  }

  @Test
  void crashBeforeHeadFile_goesOnFromTheDatabase() throws Exception {
    rows.record(ONE, 5, node);
    run();
    byte[] early = Files.readAllBytes(headPath);
    rows.record(ONE, 300, node);
    run();
    Files.write(headPath, early);
    rows.record(ONE, 2, node);
    assertThat(run()).isEqualTo(307);
    assertThat(headFile().size()).isEqualTo(307);
  }

  @Test
  void twoSequencers_onlyOneMovesTheHead() throws Exception {
    try (LogDatabase first = tables.open();
        LogDatabase second = tables.open()) {
      Sequencer winner = start(first);
      Sequencer loser = start(second);
      rows.record(ONE, 3, node);
      winner.round();
      rows.record(OTHER, 4, node);
      assertCode(SequencerCode.HEAD_MOVED, loser::round);
      second.rollback();
      assertThat(winner.round()).isEqualTo(4);
      assertThat(winner.size()).isEqualTo(7);
    }
    assertThat(indexes()).hasSize(7);
    verifyExport(7);
  }

  @Test
  void lock_isHeldByOneConnection() throws Exception {
    try (LogDatabase second = tables.open()) {
      try (LogDatabase first = tables.open()) {
        assertThat(first.tryLock()).isTrue();
        assertThat(second.tryLock()).isFalse();
      }
      assertThat(waitForLock(second)).isTrue();
    }
  }

  private static boolean waitForLock(LogDatabase database) throws Exception {
    for (int i = 0; i < 100; i++) {
      if (database.tryLock()) {
        return true;
      }
      Thread.sleep(50);
    }
    return false;
  }

  @Test
  void roles_mayDoNoMoreThanTheyMust() throws Exception {
    rows.record(ONE, 300, node);
    run();
    for (String forbidden :
        List.of(
            "update custody_event set log_index = 7",
            "update custody_event set leaf = '' where log_index is null",
            "delete from custody_event",
            "truncate custody_event",
            "insert into log_head values (2, 0, '')",
            "update log_head set size = 0",
            "delete from log_tile",
            "insert into log_checkpoint values (9, '', now())",
            "insert into log_witnessed values (9, '', now())",
            "insert into log_lost values (0, '', '', '', now())",
            "insert into log_restore values (0, 0, 1, '', now())")) {
      assertDenied(TestDatabase.APPLICATION, forbidden);
    }
    for (String forbidden :
        List.of(
            "select sealed_body from custody_event",
            "update custody_event set leaf = ''",
            "update custody_event set log_index = 900 where log_index = 1",
            "update custody_event set log_index = null",
            "delete from custody_event",
            "insert into custody_event (event_id) values (gen_random_uuid())",
            "update log_tile set bytes = bytes",
            "delete from log_tile",
            "delete from log_entries where width = 256",
            "truncate log_entries",
            "update log_head set size = 4",
            "delete from log_head",
            "update log_checkpoint set note = ''",
            "delete from log_checkpoint",
            "update log_witnessed set note = ''",
            "delete from log_witnessed",
            "update log_lost set leaf = ''",
            "delete from log_lost",
            "truncate log_lost",
            "update log_restore set lost = 0",
            "delete from log_restore")) {
      assertDenied(TestDatabase.SEQUENCER, forbidden);
    }
  }

  private void assertDenied(String role, String sql) throws SQLException {
    try (Connection connection = tables.connect(role);
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(sql))
          .as("%s: %s", role, sql)
          .isInstanceOfSatisfying(
              SQLException.class,
              // insufficient_privilege, or restrict_violation of our triggers
              e -> assertThat(e.getSQLState()).isIn("42501", "23001"));
    }
  }
}
