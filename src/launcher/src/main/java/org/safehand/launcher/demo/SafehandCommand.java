package org.safehand.launcher.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.safehand.launcher.fault.LaunchCode;
import org.safehand.launcher.fault.LaunchException;
import org.safehand.launcher.place.Installation;

/** Runs the command line as a person does: by the script at the top of the repository. */
final class SafehandCommand {
  private final Installation installation;

  SafehandCommand(Installation installation) {
    this.installation = requireNonNull(installation, "installation is null");
  }

  /** Runs a command that must end with exit code 0. */
  void run(Path directory, String... arguments)
      throws IOException, InterruptedException, LaunchException {
    List<String> command = new ArrayList<>();
    command.add(installation.home().resolve("safehand").toString());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    int exit = process.waitFor();
    if (exit != 0) {
      throw new LaunchException(
          LaunchCode.DEMO_FAILED,
          "safehand %s ended with exit code %d: %s"
              .formatted(String.join(" ", arguments), exit, output));
    }
  }
}
