package org.safehand.bench.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A program that is run to its end and must succeed.
 *
 * @param words the program and its arguments
 * @param folder where it runs
 */
public record MeasuredCommand(List<String> words, Path folder) {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double KIBIBYTES_PER_MEBIBYTE = 1024;
  private static final String PEAK = "VmHWM:";

  public MeasuredCommand {
    words = List.copyOf(words);
  }

  /** A command of the shell, of which every line must succeed. */
  public static MeasuredCommand shell(String script, Path folder) {
    return new MeasuredCommand(List.of("sh", "-e", "-c", script), folder);
  }

  /** Runs it once; wall clock seconds. */
  public double seconds() throws IOException, InterruptedException {
    return run().seconds();
  }

  /**
   * Runs it once.
   *
   * @throws IOException with what it said, if its exit code is not 0
   */
  public Measured run() throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "output-", ".txt");
    try {
      long start = System.nanoTime();
      Process process =
          new ProcessBuilder(words)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      double peak = 0;
      do {
        peak = Math.max(peak, peakMebibytes(process).orElse(peak));
      } while (!process.waitFor(1, TimeUnit.MILLISECONDS));
      double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
      if (process.exitValue() != 0) {
        throw new IOException(words.get(0) + ": " + Files.readString(output, UTF_8).strip());
      }
      return new Measured(seconds, peak);
    } finally {
      Files.delete(output);
    }
  }

  /** The most memory the process had so far, where the system tells (Linux, proc(5)). */
  private static Optional<Double> peakMebibytes(Process process) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(process.pid()), "status"), UTF_8)
          .lines()
          .filter(line -> line.startsWith(PEAK))
          .map(line -> line.substring(PEAK.length()).replace("kB", "").strip())
          .map(kibibytes -> Double.parseDouble(kibibytes) / KIBIBYTES_PER_MEBIBYTE)
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
