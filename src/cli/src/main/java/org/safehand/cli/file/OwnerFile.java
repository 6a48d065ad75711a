package org.safehand.cli.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;

/** A file of its owner's alone, which is made once and never replaced. */
public final class OwnerFile {
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");

  private final Path file;

  public OwnerFile(Path file) {
    this.file = requireNonNull(file, "file is null");
  }

  /** Whether anybody but the owner may do anything with it, where the file system can tell. */
  public boolean isShared() throws IOException {
    return isPosix() && !OWNER.containsAll(withoutExecution());
  }

  private Set<PosixFilePermission> withoutExecution() throws IOException {
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
    permissions.remove(PosixFilePermission.OWNER_EXECUTE);
    return permissions;
  }

  /** Refuses if anything is there. */
  public void requireAbsent() throws CliException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw exists();
    }
  }

  /** Writes {@code text} where nothing is yet; nothing stays of it if that fails. */
  public void create(String text) throws CliException {
    FileAttribute<?>[] mode =
        isPosix()
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
            : new FileAttribute<?>[0];
    try (FileChannel channel =
        FileChannel.open(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode)) {
      write(channel, text);
    } catch (FileAlreadyExistsException e) {
      throw exists();
    } catch (IOException e) {
      throw new CliException(CliCode.FILE_UNWRITABLE, file.toString(), e);
    }
  }

  private void write(FileChannel channel, String text) throws IOException {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /** Takes back what {@link #create} wrote. */
  public void delete() throws CliException {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new CliException(CliCode.FILE_UNWRITABLE, file.toString(), e);
    }
  }

  private boolean isPosix() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private CliException exists() {
    return new CliException(CliCode.OUTPUT_EXISTS, file.toString(), "is there already");
  }
}
