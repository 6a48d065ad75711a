package org.safehand.launcher.sequencer;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.safehand.launcher.fault.LaunchException;
import org.safehand.launcher.gateway.GatewayEnvironment;
import org.safehand.launcher.place.Installation;
import org.safehand.launcher.place.PrivateFiles;
import org.safehand.launcher.place.Secrets;
import org.safehand.launcher.place.VarFolder;
import org.safehand.launcher.postgres.DatabaseAddress;
import org.safehand.launcher.postgres.Databases;
import org.safehand.launcher.postgres.Role;
import org.safehand.launcher.process.Child;
import org.safehand.launcher.process.ChildSpec;
import org.safehand.launcher.process.Children;
import org.safehand.launcher.process.Programs;

/** Runs the sequencer. */
public final class SequencerServer {
  public static final String NAME = "sequencer";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What the sequencer says once it has checked its head and reads events. */
  private static final String SERVES = "sequencer ready";

  private final Installation installation;
  private final VarFolder folder;
  private final Children children;

  public SequencerServer(Installation installation, VarFolder folder, Children children) {
    this.installation = requireNonNull(installation, "installation is null");
    this.folder = requireNonNull(folder, "folder is null");
    this.children = requireNonNull(children, "children is null");
  }

  /**
   * Starts the process and returns when it takes events.
   *
   * @param witnesses the line of each witness, its verifier key and its URL; all must cosign
   */
  public void start(
      DatabaseAddress database,
      Secrets secrets,
      LogKeys keys,
      Path nodeKeys,
      List<String> witnesses)
      throws IOException, InterruptedException, LaunchException {
    if (children.running(NAME)) {
      return;
    }
    Path policy = folder.sequencer().resolve("witnesses");
    PrivateFiles.write(policy, String.join("\n", witnesses) + "\n");
    Map<String, String> environment =
        Map.of(
            "SAFEHAND_SEQUENCER_DB_URL", database.url(Databases.SAFEHAND),
            "SAFEHAND_SEQUENCER_DB_USER", Role.SEQUENCER.login(),
            "SAFEHAND_SEQUENCER_DB_PASSWORD", secrets.password(Role.SEQUENCER.login()),
            "SAFEHAND_LOG_KEY", keys.file().toString(),
            "SAFEHAND_LOG_PQ_KEY", keys.postQuantumFile().toString(),
            "SAFEHAND_NODE_KEYS", nodeKeys.toString(),
            "SAFEHAND_LOG_ORIGIN", GatewayEnvironment.LOG_ORIGIN,
            "SAFEHAND_LOG_HEAD", folder.sequencer().resolve("head").toString(),
            "SAFEHAND_WITNESSES", policy.toString(),
            "SAFEHAND_QUORUM", Integer.toString(witnesses.size()));
    List<String> command =
        List.of(
            Programs.java(),
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-jar",
            installation.moduleJar("sequencer").toString());
    Child child = children.start(new ChildSpec(NAME, command, environment, folder.sequencer()));
    child.awaitReady(() -> child.log().find(SERVES).isPresent(), PATIENCE);
  }
}
