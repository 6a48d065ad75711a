package org.safehand.launcher.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Programs of the operating system that the launcher starts children with. */
public final class Programs {
  private Programs() {}

  /** The java program this launcher runs on. */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** The program of that name on the path. */
  public static Optional<Path> find(String name) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
    return List.of(path.split(File.pathSeparator, -1)).stream()
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * The prefix that gives a child a session of its own; it keeps the pid. Empty if there is none.
   */
  static List<String> ownSession() {
    return find("setsid").map(Path::toString).map(List::of).orElse(List.of());
  }
}
