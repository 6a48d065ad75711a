package org.safehand.systemtests.tamper.scene;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.safehand.bench.server.Workplace;
import org.safehand.launcher.archive.ServerFolder;
import org.safehand.launcher.fault.LaunchException;
import org.safehand.launcher.place.PrivateFiles;
import org.safehand.launcher.process.Child;
import org.safehand.launcher.process.ChildSpec;

/** The witness's own process, {@code safehand witness serve}, on a port of its own. */
public final class WitnessProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern READY =
      Pattern.compile("witness ready: .* at (http://[^ ]+) for .*");

  private final Workplace workplace;
  private final LogSecrets secrets;
  private final String name;
  private final URI address;

  private WitnessProcess(Workplace workplace, LogSecrets secrets, String name, URI address) {
    this.workplace = requireNonNull(workplace, "workplace is null");
    this.secrets = requireNonNull(secrets, "secrets is null");
    this.name = requireNonNull(name, "name is null");
    this.address = requireNonNull(address, "address is null");
  }

  /** A witness that has seen nothing yet. */
  static WitnessProcess start(Workplace workplace, LogSecrets secrets)
      throws IOException, InterruptedException, LaunchException {
    return start(workplace, secrets, "witness");
  }

  /** Another one that remembers what this one has cosigned, and of which this one knows nothing. */
  WitnessProcess startTwin() throws IOException, InterruptedException, LaunchException {
    String twin = name + "-twin";
    Path state = state(workplace, twin);
    ServerFolder.delete(state);
    Files.createDirectories(state);
    try (Stream<Path> files = Files.list(state(workplace, name))) {
      for (Path file : files.toList()) {
        Files.copy(file, state.resolve(file.getFileName()));
      }
    }
    return start(workplace, secrets, twin);
  }

  private static Path state(Workplace workplace, String name) {
    return workplace.folder().witness().resolve(name);
  }

  private static WitnessProcess start(Workplace workplace, LogSecrets secrets, String name)
      throws IOException, InterruptedException, LaunchException {
    Path folder = workplace.folder().witness();
    Path key = folder.resolve("witness.key");
    PrivateFiles.write(key, secrets.witness().toNoteForm());
    List<String> command =
        org.safehand.launcher.witness.WitnessProcess.command(
            workplace.installation(),
            key,
            state(workplace, name),
            "127.0.0.1:0",
            secrets.logKeys());
    Child child = workplace.children().start(new ChildSpec(name, command, Map.of(), folder));
    child.awaitReady(() -> child.log().find("witness ready").isPresent(), PATIENCE);
    Matcher ready = READY.matcher(child.log().find("witness ready").orElseThrow());
    if (!ready.matches()) {
      throw new IllegalStateException(child.log().file() + " does not say where it answers");
    }
    return new WitnessProcess(workplace, secrets, name, URI.create(ready.group(1) + "/"));
  }

  /** Where it answers. */
  public URI address() {
    return address;
  }

  /** The line of the sequencer's settings. */
  String line() {
    return secrets.witness().verifierKey() + " " + address + "\n";
  }

  @Override
  public void close() throws IOException, LaunchException {
    workplace.children().stop(name, PATIENCE);
  }
}
