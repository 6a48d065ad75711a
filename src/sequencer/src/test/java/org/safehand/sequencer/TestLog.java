package org.safehand.sequencer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.safehand.custody.event.NodeKey;
import org.safehand.custody.log.LogException;
import org.safehand.custody.log.LogExport;
import org.safehand.custody.log.LogVerifier;
import org.safehand.custody.log.VerifiedLog;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.CosignerKey;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.note.VerifierKey;
import org.safehand.custody.trust.LogTrust;
import org.safehand.sequencer.checkpoint.HeadFile;
import org.safehand.sequencer.checkpoint.LogSigners;
import org.safehand.sequencer.database.LogDatabase;
import org.safehand.sequencer.fault.SequencerException;
import org.safehand.sequencer.restore.Restore;
import org.safehand.sequencer.witness.WitnessCheck;

/** A log as an operator sets it up: key files, a head file, a database, witnesses. */
final class TestLog {
  static final String ORIGIN = "example.org/log";
  static final UUID CASE = UUID.randomUUID();
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path folder;
  private final NodeKey node = NodeKey.generate("node-1", RANDOM);
  private final Map<String, String> environment = new TreeMap<>();
  private final ByteArrayOutputStream alarms = new ByteArrayOutputStream();
  private LogKey logKey = LogKey.generate(ORIGIN, RANDOM);
  private TestDatabase tables = new TestDatabase();
  private CustodyRows rows = new CustodyRows(tables);

  /** A new log with its files in {@code folder}, an Ed25519 key and no witness. */
  TestLog(Path folder) throws SQLException, IOException {
    this.folder = folder;
    environment.put("SAFEHAND_SEQUENCER_DB_USER", TestDatabase.SEQUENCER);
    environment.put("SAFEHAND_SEQUENCER_DB_PASSWORD", TestDatabase.PASSWORD);
    environment.put("SAFEHAND_LOG_ORIGIN", ORIGIN);
    environment.put("SAFEHAND_LOG_HEAD", folder.resolve("head").toString());
    file("SAFEHAND_NODE_KEYS", node.verifierKey().toLine() + "\n");
    file("SAFEHAND_LOG_KEY", logKey.toNoteForm());
    useDatabase(tables);
  }

  private void file(String variable, String text) throws IOException {
    environment.put(variable, Files.writeString(folder.resolve(variable), text).toString());
  }

  /** Another database from now on; events are recorded there as if the cases began anew. */
  void useDatabase(TestDatabase database) {
    tables = database;
    rows = new CustodyRows(database);
    environment.put("SAFEHAND_SEQUENCER_DB_URL", database.url());
  }

  NodeKey node() {
    return node;
  }

  TestDatabase tables() {
    return tables;
  }

  LogKey logKey() {
    return logKey;
  }

  /** Another Ed25519 key signs from now on. */
  void useLogKey(LogKey next) throws IOException {
    logKey = next;
    file("SAFEHAND_LOG_KEY", next.toNoteForm());
  }

  void usePostQuantumKey(CosignerKey key) throws IOException {
    file("SAFEHAND_LOG_PQ_KEY", key.toNoteForm());
  }

  void retire(VerifierKey... keys) throws IOException {
    StringBuilder lines = new StringBuilder();
    List.of(keys).forEach(key -> lines.append(key).append('\n'));
    file("SAFEHAND_LOG_RETIRED_KEYS", lines.toString());
  }

  void useWitnesses(int quorum, TestWitness... witnesses) throws IOException {
    StringBuilder lines = new StringBuilder();
    List.of(witnesses).forEach(witness -> lines.append(witness.line()));
    witnessLines(lines.toString());
    environment.put("SAFEHAND_QUORUM", Integer.toString(quorum));
  }

  void witnessLines(String lines) throws IOException {
    file("SAFEHAND_WITNESSES", lines);
  }

  void set(String variable, String value) {
    environment.put(variable, value);
  }

  /** As a process of this log is given it. */
  Map<String, String> environment() {
    return Map.copyOf(environment);
  }

  Settings settings() throws SequencerException {
    return Settings.of(environment);
  }

  void record(int count) throws SQLException {
    rows.record(CASE, count, node);
  }

  /** The sequencer's way on {@code count} further events and no more. */
  long grow(int count) throws SQLException, SequencerException, IOException {
    record(count);
    return run();
  }

  /** A start, rounds until nothing is left, and the size then. */
  long run() throws SequencerException, SQLException, IOException {
    Settings settings = settings();
    LogSigners signers = settings.signers();
    try (LogDatabase database = settings.openDatabase()) {
      Sequencer sequencer =
          Sequencer.start(
              database,
              signers,
              new HeadFile(settings.headFile(), signers),
              new WitnessCheck(settings.witnesses(), signers, Duration.ofSeconds(5), alarmStream()),
              new HeldEvents(alarmStream(), Clock.systemUTC(), Duration.ZERO),
              Clock.systemUTC(),
              NodeKeyFile.read(settings.nodeKeys()));
      while (sequencer.round() > 0) {
        assertThat(sequencer.size()).isPositive();
      }
      return sequencer.size();
    }
  }

  Restore.Restored restoreFrom(Path export) throws SequencerException, SQLException, IOException {
    Settings settings = settings();
    try (LogDatabase database = settings.openDatabase()) {
      return new Restore(
              database,
              settings.signers(),
              settings.witnesses(),
              new HeadFile(settings.headFile(), settings.signers()),
              Clock.systemUTC())
          .from(export);
    }
  }

  PrintStream alarmStream() {
    return new PrintStream(alarms, true, UTF_8);
  }

  String alarms() {
    return alarms.toString(UTF_8);
  }

  void clearAlarms() {
    alarms.reset();
  }

  Path head() {
    return Path.of(environment.getOrDefault("SAFEHAND_LOG_HEAD", ""));
  }

  SignedNote headFile() throws IOException, NoteException {
    return SignedNote.parse(Files.readAllBytes(head()));
  }

  /** The note of {@code size} in {@code table}. */
  Optional<SignedNote> note(String table, long size) throws SQLException, NoteException {
    for (String text : tables.texts("select note from " + table + " where size = " + size)) {
      return Optional.of(SignedNote.parse(text.getBytes(UTF_8)));
    }
    return Optional.empty();
  }

  /** Exports the log as of the checkpoint of {@code size} in {@code table}. */
  Path export(String table, long size, String name)
      throws SequencerException, SQLException, IOException, NoteException {
    Path out = folder.resolve(name);
    try (LogDatabase database = settings().openDatabase()) {
      new LogExport(database.tiles()).write(note(table, size).orElseThrow(), out);
    }
    return out;
  }

  static VerifiedLog verify(Path export, LogTrust trust) throws LogException, IOException {
    return LogVerifier.verify(export, trust);
  }

  static long size(SignedNote note) throws NoteException {
    return Checkpoint.of(note).size();
  }
}
