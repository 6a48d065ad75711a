package org.safehand.launcher.witness;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.safehand.custody.note.VerifierKey;
import org.safehand.launcher.fault.LaunchException;
import org.safehand.launcher.place.Installation;
import org.safehand.launcher.place.VarFolder;
import org.safehand.launcher.port.PortName;
import org.safehand.launcher.port.Ports;
import org.safehand.launcher.process.Child;
import org.safehand.launcher.process.ChildSpec;
import org.safehand.launcher.process.Children;
import org.safehand.launcher.process.Programs;
import org.safehand.launcher.sequencer.LogKeys;

/** Runs {@code safehand witness serve}. */
public final class WitnessProcess {
  public static final String NAME = "witness";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What the witness says once it answers. */
  private static final String SERVES = "witness ready";

  private final Installation installation;
  private final VarFolder folder;
  private final Children children;

  public WitnessProcess(Installation installation, VarFolder folder, Children children) {
    this.installation = requireNonNull(installation, "installation is null");
    this.folder = requireNonNull(folder, "folder is null");
    this.children = requireNonNull(children, "children is null");
  }

  /** The witness as the sequencer is told of it: its verifier key and its URL. */
  public static String line(Ports ports, WitnessKeys keys) throws IOException {
    return keys.verifierKey() + " http://127.0.0.1:" + ports.number(PortName.WITNESS);
  }

  /** Starts the process and returns when it answers. */
  public void start(Ports ports, WitnessKeys keys, LogKeys logKeys)
      throws IOException, InterruptedException, LaunchException {
    if (children.running(NAME)) {
      return;
    }
    List<String> command =
        command(
            installation,
            keys.file(),
            folder.witness().resolve("state"),
            "127.0.0.1:" + ports.number(PortName.WITNESS),
            logKeys.verifierKeys());
    Child child = children.start(new ChildSpec(NAME, command, Map.of(), folder.witness()));
    child.awaitReady(() -> child.log().find(SERVES).isPresent(), PATIENCE);
  }

  /**
   * The command line of {@code safehand witness serve}.
   *
   * @param key the witness's key file
   * @param state where it remembers what it cosigned
   * @param listen address and port, of which 0 is any
   * @param logs the logs that it cosigns
   */
  public static List<String> command(
      Installation installation, Path key, Path state, String listen, List<VerifierKey> logs)
      throws LaunchException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Programs.java(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                installation.moduleJar("cli").toString(),
                "witness",
                "serve",
                "--key",
                key.toString(),
                "--state",
                state.toString(),
                "--listen",
                listen));
    for (VerifierKey log : logs) {
      command.addAll(List.of("--log", log.toString()));
    }
    return command;
  }
}
