package org.safehand.systemtests.tamper.scene;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safehand.bench.server.BenchDatabase;
import org.safehand.bench.server.Workplace;
import org.safehand.launcher.fault.LaunchException;
import org.safehand.launcher.gateway.GatewayEnvironment;
import org.safehand.launcher.gateway.GatewayKeys;
import org.safehand.launcher.place.PrivateFiles;
import org.safehand.launcher.postgres.Databases;
import org.safehand.launcher.postgres.Role;
import org.safehand.launcher.process.Child;
import org.safehand.launcher.process.ChildSpec;
import org.safehand.launcher.process.Programs;

/** The sequencer's own process, with both keys of the log and a witness that must cosign. */
public final class SequencerProcess implements AutoCloseable {
  private static final String NAME = "sequencer";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Workplace workplace;
  private final Child child;

  private SequencerProcess(Workplace workplace, Child child) {
    this.workplace = requireNonNull(workplace, "workplace is null");
    this.child = requireNonNull(child, "child is null");
  }

  /** Starts the process; what it does is seen in what it says. */
  static SequencerProcess start(
      Workplace workplace, BenchDatabase database, LogSecrets secrets, WitnessProcess witness)
      throws IOException, LaunchException {
    Path folder = workplace.folder().sequencer();
    writeKeys(workplace, secrets);
    PrivateFiles.write(folder.resolve("witnesses"), witness.line());
    GatewayKeys keys = new GatewayKeys(workplace.folder(), new SecureRandom());
    Map<String, String> environment =
        Map.of(
            "SAFEHAND_SEQUENCER_DB_URL", database.address().url(Databases.SAFEHAND),
            "SAFEHAND_SEQUENCER_DB_USER", Role.SEQUENCER.login(),
            "SAFEHAND_SEQUENCER_DB_PASSWORD", database.secrets().password(Role.SEQUENCER.login()),
            "SAFEHAND_LOG_KEY", folder.resolve("log.skey").toString(),
            "SAFEHAND_LOG_PQ_KEY", folder.resolve("log-pq.skey").toString(),
            "SAFEHAND_NODE_KEYS", keys.nodeKeys().toString(),
            "SAFEHAND_LOG_ORIGIN", GatewayEnvironment.LOG_ORIGIN,
            "SAFEHAND_LOG_HEAD", headFile(workplace).toString(),
            "SAFEHAND_WITNESSES", folder.resolve("witnesses").toString(),
            "SAFEHAND_QUORUM", "1");
    List<String> command =
        List.of(
            Programs.java(),
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-jar",
            workplace.installation().moduleJar("sequencer").toString());
    return new SequencerProcess(
        workplace, workplace.children().start(new ChildSpec(NAME, command, environment, folder)));
  }

  /** Writes the log's keys where the launcher has them too. */
  static void writeKeys(Workplace workplace, LogSecrets secrets) throws IOException {
    Path folder = workplace.folder().sequencer();
    PrivateFiles.write(folder.resolve("log.skey"), secrets.log().toNoteForm());
    PrivateFiles.write(folder.resolve("log-pq.skey"), secrets.postQuantum().toNoteForm());
  }

  /** The file outside the database in which it keeps the newest checkpoint. */
  static Path headFile(Workplace workplace) {
    return workplace.folder().sequencer().resolve("head");
  }

  /** Whether it checked its head and takes events. */
  boolean serves() throws IOException {
    return child.log().find("sequencer ready").isPresent();
  }

  /** The first line in which it refuses to serve or alarms. */
  public Optional<String> alarm() throws IOException {
    return child.log().lines().stream()
        .filter(line -> line.startsWith("ALARM ") || line.contains("refuses to serve: "))
        .findFirst();
  }

  @Override
  public void close() throws IOException, LaunchException {
    workplace.children().stop(NAME, PATIENCE);
  }
}
