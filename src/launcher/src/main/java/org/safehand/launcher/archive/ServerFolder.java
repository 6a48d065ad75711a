package org.safehand.launcher.archive;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.safehand.launcher.fault.LaunchException;

/**
 * Unpacked servers, one folder a version, shared by every platform of a repository and never
 * written again after unpacking.
 */
public final class ServerFolder {
  private final Path root;

  public ServerFolder(Path root) {
    this.root = requireNonNull(root, "root is null");
  }

  /** How a server gets into its folder. */
  @FunctionalInterface
  public interface Filling {
    /** Fills an empty folder. */
    void fill(Path folder) throws IOException, InterruptedException, LaunchException;
  }

  /** The folder of that name; filled first if this is the first time. */
  public Path unpacked(String name, Filling filling)
      throws IOException, InterruptedException, LaunchException {
    Path folder = root.resolve(name);
    if (Files.isDirectory(folder)) {
      return folder;
    }
    Files.createDirectories(root);
    try (FileChannel channel =
            FileChannel.open(
                root.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      requireNonNull(lock, "lock is null");
      if (!Files.isDirectory(folder)) {
        Path partial = root.resolve(name + ".partial");
        delete(partial);
        Files.createDirectories(partial);
        filling.fill(partial);
        Files.move(partial, folder);
      }
    }
    return folder;
  }

  /** Deletes a folder and everything in it; links are not followed. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
