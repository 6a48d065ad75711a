package org.safehand.launcher.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safehand.launcher.place.PrivateFiles;

/**
 * Remembers a process by pid and start time. A pid that the system has meanwhile given to another
 * program does not match, because that program started later.
 */
final class PidFile {
  /** The system derives start times from its boot time, which clock corrections may move. */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  private final Path file;

  PidFile(Path file) {
    this.file = requireNonNull(file, "file is null");
  }

  void write(ProcessHandle process) throws IOException {
    Instant start = process.info().startInstant().orElseGet(Instant::now);
    PrivateFiles.write(file, process.pid() + "\n" + start.toEpochMilli() + "\n");
  }

  /** The remembered process, if it still runs. */
  Optional<ProcessHandle> running() throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file, UTF_8);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    if (lines.size() != 2) {
      return Optional.empty();
    }
    long pid = Long.parseLong(lines.get(0));
    Instant start = Instant.ofEpochMilli(Long.parseLong(lines.get(1)));
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> started(process, start));
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  private static boolean started(ProcessHandle process, Instant start) {
    return process
        .info()
        .startInstant()
        .map(actual -> Duration.between(start, actual).abs().compareTo(TOLERANCE) <= 0)
        .orElse(false);
  }
}
