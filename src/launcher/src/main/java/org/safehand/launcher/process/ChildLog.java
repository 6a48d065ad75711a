package org.safehand.launcher.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The part of a log file that one run of a child has written. */
public final class ChildLog {
  private static final int LONGEST = 300;

  private final Path file;
  private final long offset;

  ChildLog(Path file, long offset) {
    this.file = requireNonNull(file, "file is null");
    this.offset = offset;
  }

  /** The whole file. */
  public Path file() {
    return file;
  }

  /** The lines of this run so far. */
  public List<String> lines() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(offset);
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    }
  }

  /** The first line that contains the text. */
  public Optional<String> find(String text) throws IOException {
    return lines().stream().filter(line -> line.contains(text)).findFirst().map(ChildLog::cut);
  }

  /** The last line that is not blank, shortened. */
  public Optional<String> lastLine() throws IOException {
    return lines().stream()
        .filter(line -> !line.isBlank())
        .reduce((first, second) -> second)
        .map(ChildLog::cut);
  }

  private static String cut(String line) {
    String text = line.strip();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
