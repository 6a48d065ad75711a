package org.safehand.launcher.process;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a child process is started.
 *
 * @param name its name; also the name of its log and pid file
 * @param command the program and its arguments
 * @param environment what is added to the launcher's own environment
 * @param directory its working folder
 */
public record ChildSpec(
    String name, List<String> command, Map<String, String> environment, Path directory) {
  public ChildSpec {
    requireNonNull(name, "name is null");
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    requireNonNull(directory, "directory is null");
  }
}
