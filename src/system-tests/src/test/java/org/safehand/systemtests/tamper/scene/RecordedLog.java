package org.safehand.systemtests.tamper.scene;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.safehand.bench.recording.SyntheticEvents;
import org.safehand.bench.server.BenchDatabase;
import org.safehand.bench.server.BenchStore;
import org.safehand.bench.server.Workplace;
import org.safehand.custody.chain.PeriodEnd;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.CustodyEvent;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.extract.ExtractIssued;
import org.safehand.custody.extract.ExtractLevel;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.provenance.Instrument;
import org.safehand.custody.trust.NodeKeys;
import org.safehand.launcher.fault.LaunchException;
import org.safehand.launcher.gateway.GatewayEnvironment;
import org.safehand.launcher.gateway.GatewayKeys;
import org.safehand.launcher.place.Installation;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Authentication;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.anchor.AnchorCheckpoint;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.id.Ids;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.sealing.TimeStamps;
import org.safehand.store.Store;

/** A log that real writers recorded and the real sequencer published, in a database of its own. */
public final class RecordedLog implements AutoCloseable {
  private static final int WRITERS = 32;
  private static final int CASES = 40;
  private static final int SYSTEM_EVENT_EVERY = 10;

  private final Workplace workplace;
  private final BenchDatabase database;
  private final BenchStore store;
  private final LogSecrets secrets = LogSecrets.generate();
  private final WitnessProcess witness;
  private final AnchorCheckpoint anchors;
  private final Superuser superuser;
  private final Ids ids = new Ids(Clock.systemUTC(), new SecureRandom());
  private final SyntheticEvents events = new SyntheticEvents(ids, Clock.systemUTC());
  private final List<CaseId> cases = Stream.generate(ids::caseId).limit(CASES).toList();

  /** Starts database, store and witness in {@code folder}; the log is empty. */
  public RecordedLog(Path home, Path folder) throws Exception {
    workplace = Workplace.open(new Installation(home), folder, System.out);
    SequencerProcess.writeKeys(workplace, secrets);
    database = BenchDatabase.start(workplace);
    store = BenchStore.open(workplace, database, WRITERS + 4);
    witness = WitnessProcess.start(workplace, secrets);
    anchors = anchors();
    superuser = new Superuser(database.connect());
  }

  public LogSecrets secrets() {
    return secrets;
  }

  public Workplace workplace() {
    return workplace;
  }

  public BenchDatabase database() {
    return database;
  }

  public Store store() {
    return store.store();
  }

  public WitnessProcess witness() {
    return witness;
  }

  /** For one thread. */
  public Superuser superuser() {
    return superuser;
  }

  /** A case whose key may be destroyed: the log says so. */
  public CaseId erasedCase() {
    return cases.get(0);
  }

  /** Starts the sequencer with the witness of this log, and waits until it serves. */
  public SequencerProcess startSequencer() throws Exception {
    SequencerProcess sequencer = startSequencer(witness);
    Patience.until("the sequencer serves", sequencer::serves);
    return sequencer;
  }

  private SequencerProcess startSequencer(WitnessProcess witnessed)
      throws IOException, LaunchException {
    return SequencerProcess.start(workplace, database, secrets, witnessed);
  }

  /**
   * Starts the sequencer on the database as it is, with a head file and a witness that remember
   * what they did before; returns how it refused or alarmed, or nothing if it published everything.
   */
  public Optional<String> sequencerAlarm(byte[] head) throws Exception {
    Files.write(SequencerProcess.headFile(workplace), head);
    try (WitnessProcess same = witness.startTwin();
        SequencerProcess sequencer = startSequencer(same)) {
      Patience.until(
          "the sequencer refuses, alarms or publishes",
          () -> sequencer.alarm().isPresent() || (sequencer.serves() && isSettled()));
      return sequencer.alarm();
    }
  }

  /** The sequencer's head file. */
  public byte[] head() throws IOException {
    return Files.readAllBytes(SequencerProcess.headFile(workplace));
  }

  /** Waits until everything recorded is published and witnessed. */
  public void settle() throws Exception {
    Patience.until("everything is witnessed", this::isSettled);
  }

  private boolean isSettled() throws Exception {
    return superuser.number("select count(*) from custody_event where log_index is null") == 0
        && superuser.number(
                "select count(*) from log_head h join log_witnessed w on w.size = h.size")
            > 0;
  }

  /** A copy of the tables as they are now. */
  public SavedTables save(String name) throws Exception {
    return SavedTables.save(superuser, name);
  }

  /** What the main thread does while writers write. */
  @FunctionalInterface
  public interface Watch {
    void look() throws Exception;
  }

  /**
   * Many writers at once record an event each, {@code times} times; each time {@code watch} looks
   * meanwhile.
   */
  public void record(int times, Watch watch) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    try {
      for (int time = 0; time < times; time++) {
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
          int number = time * WRITERS + writer;
          writers.add(CompletableFuture.runAsync(() -> write(number), threads));
        }
        watch.look();
        for (CompletableFuture<Void> writer : writers) {
          writer.get();
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private void write(int number) {
    if (number % SYSTEM_EVENT_EVERY == 0) {
      recordOutsideCases(events.next());
    } else {
      // some cases are hot, as in a busy hour
      store.record(cases.get(number * number % CASES), events.next());
    }
  }

  private void recordOutsideCases(CustodyEvent event) {
    Store ports = store.store();
    ports.unitOfWork().run(() -> ports.custodyRecorder().recordOutsideCases(event));
  }

  /**
   * Issues an extract of some cases, which ends a tag period; later events have another tag key. Of
   * some, nothing happens after it.
   */
  public void issueExtracts() {
    Store ports = store.store();
    for (CaseId caseId : cases.subList(CASES / 2, CASES)) {
      if (!ports.custodyReader().entries(caseId).isEmpty()) {
        issueExtract(caseId);
        store.record(caseId, events.next());
      }
    }
    for (int i = 0; i < CASES / 4; i++) {
      CaseId fresh = ids.caseId();
      store.record(fresh, events.next());
      issueExtract(fresh);
    }
  }

  private void issueExtract(CaseId caseId) {
    Store ports = store.store();
    ports
        .unitOfWork()
        .run(() -> ports.custodyRecorder().endPeriod(caseId, end -> extractIssued(end)));
  }

  private CustodyEvent extractIssued(PeriodEnd end) {
    return CustodyEvent.of(
        new ExtractIssued(end, ExtractLevel.LINKS, false)
            .addTo(header(EventType.EXTRACT_ISSUED))
            .build());
  }

  private EventHeader.Builder header(EventType type) {
    EventHeader model = events.next().header();
    return EventHeader.builder(model.eventId(), type)
        .occasion(model.occasion())
        .actor(model.actor())
        .instrument(model.instrument());
  }

  /** Has the newest witnessed checkpoint time-stamped, as the node does each period. */
  public void anchor() {
    Actor node =
        Actor.node(
            new StaffNumber(GatewayKeys.NODE_ID),
            "localhost",
            new Authentication("node", Instant.now(), "node"));
    if (!anchors.anchor(node).<Boolean>fold(Optional::isPresent, refusal -> false)) {
      throw new IllegalStateException("the newest checkpoint was not anchored");
    }
  }

  private AnchorCheckpoint anchors() throws Exception {
    Authority authority =
        Authority.make(
            workplace, secrets, database.secrets().password(GatewayEnvironment.PKI_PASSWORD));
    Store ports = store.store();
    Journal journal =
        new Journal(
            ports.custodyRecorder(),
            ids,
            Clock.systemUTC(),
            new Instrument("localhost", "safehand", "0.1.0"));
    return new AnchorCheckpoint(
        ports.unitOfWork(),
        ports.anchors(),
        new TimeStamps(authority, authority.trust()),
        journal,
        Duration.ZERO,
        ports.settings());
  }

  /** Records that the keys of {@link #erasedCase} are destroyed. */
  public void recordErasure() {
    recordOutsideCases(
        CustodyEvent.of(
            header(EventType.RETENTION_ERASED)
                .fact("case", erasedCase().value().toString())
                .build()));
  }

  /**
   * Records events of a known and of a new case, which stay pending while no sequencer runs.
   *
   * @return the leaf hash that the caller was told for the last event of each case
   */
  public List<Digest> recordPending() {
    CaseId fresh = ids.caseId();
    List<Digest> told = List.of();
    for (int i = 0; i < 3; i++) {
      told = List.of(store.record(cases.get(1), events.next()), store.record(fresh, events.next()));
    }
    recordOutsideCases(events.next());
    return told;
  }

  /** Whether an event with this leaf hash is there. */
  public boolean isRecorded(Digest leafHash) {
    try {
      return superuser.number(
              "select count(*) from custody_event where leaf_hash = ?", leafHash.bytes())
          == 1;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A witnessed checkpoint that is neither the first nor the newest. */
  public SignedNote oldWitnessed() throws SQLException, NoteException {
    return SignedNote.parse(
        superuser
            .one(
                row -> row.getString(1),
                "select note from log_witnessed order by size desc offset 1 limit 1")
            .getBytes(UTF_8));
  }

  /** The nodes that record here. */
  public NodeKeys nodes() throws IOException {
    return NodeKeys.parse(
        Files.readString(
            new GatewayKeys(workplace.folder(), new SecureRandom()).nodeKeys(), UTF_8));
  }

  @Override
  public void close() throws SQLException, IOException, LaunchException {
    superuser.close();
    witness.close();
    store.close();
    database.close();
    workplace.close();
  }
}
