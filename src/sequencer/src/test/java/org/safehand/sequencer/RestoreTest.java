package org.safehand.sequencer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.note.RestoreStatement;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.restore.LostLeaf;
import org.safehand.custody.restore.ProvenLosses;
import org.safehand.custody.restore.StoredRestore;
import org.safehand.custody.trust.LogTrust;

/** A database comes back from a backup that is older than the log. */
class RestoreTest {
  private final TestLog log;

  RestoreTest(@TempDir Path temp) throws SQLException, IOException {
    log = new TestLog(temp);
  }

  private LogTrust trust() {
    return new LogTrust(TestLog.ORIGIN, List.of(log.logKey().verifierKey()), List.of(), 0);
  }

  @Test
  void backupWithoutTheNewest_restoredAndTheLogGoesOn() throws Exception {
    log.grow(300);
    log.record(7); // recorded, but not in the log when the backup is made
    TestDatabase backup = log.tables().copy();
    log.grow(400);
    log.grow(3);
    Path export = log.export("log_witnessed", 710, "export");

    log.useDatabase(backup);
    assertThatThrownBy(log::run).hasMessageStartingWith("sequencer-database-smaller: ");
    var restored = log.restoreFrom(export);
    assertThat(restored.firstIndex()).isEqualTo(300);
    assertThat(restored.size()).isEqualTo(710);
    assertThat(restored.lost()).isEqualTo(403);

    assertThat(backup.longs("select log_index from custody_event order by log_index"))
        .hasSize(307)
        .endsWith(305L, 306L);
    assertThat(backup.longs("select log_index from log_lost order by log_index"))
        .hasSize(403)
        .startsWith(307L)
        .endsWith(709L);
    assertThat(
            backup.longs(
                "select 1 from log_restore where first_index = 300 and lost = 403 and size = 710"
                    + " and root = (select root from log_head)"))
        .hasSize(1);
    assertSigned(backup);
    assertThat(log.note("log_checkpoint", 710)).contains(log.headFile());
    assertThat(log.note("log_witnessed", 710)).contains(log.headFile());
    assertThat(TestLog.verify(log.export("log_witnessed", 710, "again"), trust()).files())
        .isEqualTo(TestLog.verify(export, trust()).files());

    assertThat(log.run()).isEqualTo(710);
    new CustodyRows(backup).record(UUID.randomUUID(), 5, log.node());
    assertThat(log.run()).isEqualTo(715);
    TestLog.verify(log.export("log_witnessed", 715, "later"), trust());
    assertThatThrownBy(() -> log.restoreFrom(export))
        .hasMessageStartingWith("sequencer-restore-refused: ");
  }

  /** What was lost is in the log key's own words, and proven by them. */
  private void assertSigned(TestDatabase restored) throws Exception {
    String note = restored.texts("select note from log_restore").get(0);
    RestoreStatement statement = trust().verifyRestore(SignedNote.parse(note.getBytes(UTF_8)));
    assertThat(statement.firstIndex()).isEqualTo(300);
    assertThat(statement.lost()).isEqualTo(403);
    StoredRestore row = new StoredRestore(300, 403, statement.size(), statement.root(), note);
    List<LostLeaf> lost = new ArrayList<>();
    List<String> leaves =
        restored.texts("select convert_from(leaf, 'UTF8') from log_lost order by log_index");
    List<Long> indexes = restored.longs("select log_index from log_lost order by log_index");
    for (int i = 0; i < leaves.size(); i++) {
      lost.add(
          LostLeaf.of(indexes.get(i), BlindLeaf.of(leaves.get(i).getBytes(UTF_8)).orElseThrow()));
    }
    assertThat(ProvenLosses.of(trust(), List.of(row), lost).doubts()).isEmpty();
  }

  @Test
  void emptyDatabase_restoredWhole() throws Exception {
    log.grow(260);
    Path export = log.export("log_witnessed", 260, "export");
    log.useDatabase(new TestDatabase());
    assertThatThrownBy(log::run).hasMessageStartingWith("sequencer-database-smaller: ");
    assertThat(log.restoreFrom(export).lost()).isEqualTo(260);
    assertThat(log.run()).isEqualTo(260);
    TestLog.verify(log.export("log_witnessed", 260, "again"), trust());
  }

  @Test
  void pendingRow_whoseLeafWasChanged_getsNoIndexAndTheLeafIsLost() throws Exception {
    log.grow(5);
    log.record(2);
    TestDatabase backup = log.tables().copy();
    log.run();
    Path export = log.export("log_witnessed", 7, "export");
    log.useDatabase(backup);
    backup.asSuperuser(
        "update custody_event set leaf = set_byte(leaf, 9, get_byte(leaf, 9) # 1)"
            + " where case_sequence = 5");
    assertThat(log.restoreFrom(export).lost()).isEqualTo(1);
    assertThat(backup.longs("select log_index from log_lost")).containsExactly(5L);
    assertThat(backup.longs("select log_index from custody_event where case_sequence = 6"))
        .containsExactly(6L);
    assertThat(log.run()).isEqualTo(7);
    assertThat(log.alarms()).contains("event-leaf-malformed");
  }

  @Test
  void export_largerThanTheHeadFile_isEnough() throws Exception {
    log.grow(5);
    TestDatabase backup = log.tables().copy();
    log.grow(5);
    byte[] head = Files.readAllBytes(log.head());
    log.grow(5);
    Path export = log.export("log_witnessed", 15, "export");
    log.useDatabase(backup);
    Files.write(log.head(), head);
    assertThat(log.restoreFrom(export).size()).isEqualTo(15);
    assertThat(TestLog.size(log.headFile())).isEqualTo(15);
    assertThat(log.run()).isEqualTo(15);
  }

  @Test
  void export_thatIsNotALaterStateOfThisLog_refusedAndNothingChanged() throws Exception {
    log.grow(5);
    TestDatabase backup = log.tables().copy();
    log.grow(5);
    Path early = log.export("log_witnessed", 10, "early");
    log.grow(5);
    Path export = log.export("log_witnessed", 15, "export");
    log.useDatabase(backup);

    assertRefused(early, "entries 10 to 14 are missing");
    Path tile = export.resolve("tile/0/000.p/15");
    byte[] bytes = Files.readAllBytes(tile);
    bytes[14 * 32] ^= 1;
    Files.write(tile, bytes);
    assertRefused(export, "log-tile-hash");
    bytes[14 * 32] ^= 1;
    Files.write(tile, bytes);

    byte[] checkpoint = Files.readAllBytes(export.resolve("checkpoint"));
    LogKey stranger = LogKey.generate(TestLog.ORIGIN, new SecureRandom());
    Checkpoint of = Checkpoint.of(log.headFile());
    Files.write(export.resolve("checkpoint"), stranger.sign(of).bytes());
    assertRefused(export, "log-checkpoint-unknown-signer");
    Files.write(export.resolve("checkpoint"), checkpoint);

    byte[] head = Files.readAllBytes(log.head());
    Files.delete(log.head());
    assertThatThrownBy(() -> log.restoreFrom(export))
        .hasMessageStartingWith("sequencer-head-file: ");
    Files.write(log.head(), head);
    assertThat(backup.longs("select size from log_head")).containsExactly(5L);
    assertThat(backup.longs("select count(*) from log_lost")).containsExactly(0L);
    assertThat(log.restoreFrom(export).size()).isEqualTo(15);
  }

  @Test
  void forkSignedByTheLog_refused() throws Exception {
    log.grow(5);
    TestDatabase backup = log.tables().copy();
    TestDatabase forked = log.tables().copy();
    log.grow(5);
    byte[] head = Files.readAllBytes(log.head());
    log.useDatabase(forked);
    Files.write(log.head(), log.note("log_checkpoint", 5).orElseThrow().bytes());
    new CustodyRows(forked).record(UUID.randomUUID(), 9, log.node());
    assertThat(log.run()).isEqualTo(14);
    Path fork = log.export("log_witnessed", 14, "fork");
    log.useDatabase(backup);
    Files.write(log.head(), head);
    assertRefused(fork, "is not the beginning of the export");
  }

  @Test
  void databaseOfAnotherLog_refused() throws Exception {
    log.grow(5);
    byte[] head = Files.readAllBytes(log.head());
    Path export = log.export("log_witnessed", 5, "export");
    TestDatabase other = new TestDatabase();
    log.useDatabase(other);
    Files.delete(log.head());
    new CustodyRows(other).record(UUID.randomUUID(), 3, log.node());
    log.run();
    Files.write(log.head(), head);
    assertRefused(export, "the log in the database of size 3 is not the beginning");
  }

  @Test
  void runningSequencer_restoreRefused() throws Exception {
    log.grow(5);
    TestDatabase backup = log.tables().copy();
    log.grow(5);
    Path export = log.export("log_witnessed", 10, "export");
    log.useDatabase(backup);
    try (var running = backup.open()) {
      assertThat(running.tryLock()).isTrue();
      assertRefused(export, "a sequencer serves this database");
    }
  }

  private void assertRefused(Path export, String reason) {
    assertThatThrownBy(() -> log.restoreFrom(export))
        .hasMessageStartingWith("sequencer-restore-refused: ")
        .hasMessageContaining(reason);
  }
}
