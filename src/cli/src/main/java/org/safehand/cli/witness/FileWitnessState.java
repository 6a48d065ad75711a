package org.safehand.cli.witness;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.witness.Witness;
import org.safehand.custody.witness.WitnessState;

/**
 * The state of a witness in a folder that this process alone holds: a file for each log, replaced
 * in one step. After a crash at any moment it is the old one or the new one, and what was answered
 * is there.
 */
final class FileWitnessState implements WitnessState, AutoCloseable {
  private final Path folder;
  private final FileChannel lock;

  private FileWitnessState(Path folder, FileChannel lock) {
    this.folder = requireNonNull(folder, "folder is null");
    this.lock = requireNonNull(lock, "lock is null");
  }

  /** The state in {@code folder}, which is made if it is not there. */
  static FileWitnessState open(Path folder) throws CliException {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder, ownerOnly(folder));
      }
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new CliException(
            CliCode.STATE_IN_USE, folder.toString(), "another witness works on this folder");
      }
      return new FileWitnessState(folder, channel);
    } catch (IOException e) {
      throw new CliException(CliCode.FILE_UNWRITABLE, folder.toString(), e);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path folder) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private Path file(String origin) {
    return folder.resolve(Witness.originHash(origin).hex() + ".checkpoint");
  }

  @Override
  public synchronized Optional<SignedNote> last(String origin) throws IOException {
    try {
      SignedNote note = SignedNote.parse(Files.readAllBytes(file(origin)));
      if (!Checkpoint.of(note).origin().equals(origin)) {
        throw new IOException(file(origin) + " is of another log");
      }
      return Optional.of(note);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (NoteException e) {
      throw new IOException(file(origin) + " is damaged", e);
    }
  }

  @Override
  public synchronized boolean replace(String origin, Optional<SignedNote> expected, SignedNote next)
      throws IOException {
    if (!last(origin).equals(expected)) {
      return false;
    }
    Path file = file(origin);
    Path part = folder.resolve(file.getFileName() + ".next");
    write(part, next.bytes());
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
    return true;
  }

  private static void write(Path part, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** Leaves the folder to another process. */
  @Override
  public void close() throws IOException {
    lock.close();
  }
}
