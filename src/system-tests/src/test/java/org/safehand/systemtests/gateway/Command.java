package org.safehand.systemtests.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs a command as a person would and keeps what it printed. */
public record Command(int exitCode, String output) {
  /** Runs {@code words} in {@code folder}; standard error is part of the output. */
  public static Command run(Path folder, List<String> words)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Command(process.waitFor(), output);
  }

  /** Runs {@code words} followed by {@code more}. */
  public static Command run(Path folder, String[] words, String... more)
      throws IOException, InterruptedException {
    return run(folder, Stream.concat(Stream.of(words), Stream.of(more)).toList());
  }

  /** Whether a program is installed on this machine. */
  public static boolean exists(String program) throws InterruptedException {
    try {
      return run(Path.of("."), List.of("which", program)).exitCode() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
