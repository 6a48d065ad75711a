package org.safehand.launcher.place;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes files that only their owner may read: never for a moment with a wider mode, never half.
 */
public final class PrivateFiles {
  private PrivateFiles() {}

  /** Makes a folder with mode 0700, with its parents. */
  public static Path folder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Path parent = folder.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    return folder;
  }

  /** Writes or replaces a file with mode 0600. */
  public static void write(Path file, byte[] content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path partial = Files.createTempFile(folder(requireParent(folder, file)), ".new-", "");
    Files.write(partial, content);
    try (FileChannel channel = FileChannel.open(partial, Set.of(StandardOpenOption.WRITE))) {
      channel.force(true);
    }
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Writes or replaces a text file with mode 0600. */
  public static void write(Path file, String content) throws IOException {
    write(file, content.getBytes(UTF_8));
  }

  private static Path requireParent(@Nullable Path folder, Path file) throws IOException {
    if (folder == null) {
      throw new IOException(file + " has no folder");
    }
    return folder;
  }
}
