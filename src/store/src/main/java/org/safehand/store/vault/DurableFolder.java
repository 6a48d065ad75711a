package org.safehand.store.vault;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.UUID;

/**
 * A folder whose files appear whole or not at all, and stay once they appeared.
 *
 * <p>Order of one write: temporary file, fsync, rename, fsync of the directory. A crash between any
 * two of them leaves the target absent or whole; what it can leave behind besides is an orphan in
 * {@code incoming}, which {@link #sweep} removes.
 */
final class DurableFolder {
  private static final String INCOMING = "incoming";

  private final Path root;
  private final FileLayer files;

  /** The folder {@code root}, which is created when it does not exist. */
  DurableFolder(Path root, FileLayer files) throws IOException {
    this.root = requireNonNull(root, "root is null").toAbsolutePath().normalize();
    this.files = requireNonNull(files, "files is null");
    createDirectories(this.root.resolve(INCOMING));
  }

  /**
   * Writes a file that must not exist yet. When this returns, content and name are on the disk.
   *
   * @param name path below the folder
   * @param content all of it, from position to limit
   */
  void write(Path name, ByteBuffer content) throws IOException {
    Path target = place(name);
    createDirectories(directoryOf(target));
    Path temporary = root.resolve(INCOMING).resolve(UUID.randomUUID().toString());
    try {
      try (FileChannel channel = files.create(temporary)) {
        files.write(channel, content);
        files.force(channel);
      }
      files.rename(temporary, target);
    } catch (IOException | RuntimeException e) {
      removeQuietly(temporary, e);
      throw e;
    }
    files.forceDirectory(directoryOf(target));
  }

  /** Opens a file; skipping in it is a seek. The caller closes the stream. */
  InputStream open(Path name) throws IOException {
    return Files.newInputStream(place(name));
  }

  /** Removes a file; an absent one is no error. */
  void remove(Path name) throws IOException {
    Files.deleteIfExists(place(name));
  }

  /** Removes what crashed writes left behind before {@code since}; gives their number. */
  int sweep(Instant since) throws IOException {
    int swept = 0;
    try (var orphans = Files.newDirectoryStream(root.resolve(INCOMING))) {
      for (Path orphan : orphans) {
        if (Files.getLastModifiedTime(orphan).toInstant().isBefore(since)) {
          Files.deleteIfExists(orphan);
          swept++;
        }
      }
    }
    return swept;
  }

  private Path place(Path name) {
    Path target = root.resolve(name).normalize();
    if (!target.startsWith(root) || target.startsWith(root.resolve(INCOMING))) {
      throw new IllegalArgumentException(name + " is not a name in the vault");
    }
    return target;
  }

  private void createDirectories(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    Path parent = directoryOf(directory);
    createDirectories(parent);
    try {
      Files.createDirectory(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(directory)) {
        throw e;
      }
    }
    files.forceDirectory(parent);
  }

  private static Path directoryOf(Path path) throws IOException {
    Path parent = path.getParent();
    if (parent == null) {
      throw new NoSuchFileException(path + " has no directory");
    }
    return parent;
  }

  private static void removeQuietly(Path temporary, Exception cause) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }
}
