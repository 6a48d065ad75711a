package org.safehand.cli.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.custody.note.CosignerKey;

/** The private key of a witness in a file that its owner alone may read. */
final class WitnessKeyFile {
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");

  private final Path file;

  WitnessKeyFile(Path file) {
    this.file = requireNonNull(file, "file is null");
  }

  private boolean isPosix() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  CosignerKey read() throws CliException {
    try {
      if (isPosix()
          && Files.getPosixFilePermissions(file).stream()
              .anyMatch(
                  permission ->
                      permission.name().startsWith("GROUP")
                          || permission.name().startsWith("OTHERS"))) {
        throw unusable("others than its owner may use it");
      }
      return CosignerKey.parse(Files.readString(file, UTF_8));
    } catch (IOException e) {
      throw new CliException(CliCode.FILE_UNREADABLE, file.toString(), e);
    } catch (IllegalArgumentException e) {
      throw unusable(String.valueOf(e.getMessage()));
    }
  }

  private CliException unusable(String reason) {
    return new CliException(CliCode.WITNESS_KEY_UNUSABLE, file.toString(), reason);
  }

  /** Writes {@code key} where nothing is yet. */
  void create(CosignerKey key) throws CliException {
    FileAttribute<?>[] mode =
        isPosix()
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
            : new FileAttribute<?>[0];
    try (FileChannel channel =
        FileChannel.open(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode)) {
      ByteBuffer bytes = ByteBuffer.wrap((key.toNoteForm() + "\n").getBytes(UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    } catch (FileAlreadyExistsException e) {
      throw new CliException(CliCode.OUTPUT_EXISTS, file.toString(), "is there already");
    } catch (IOException e) {
      throw new CliException(CliCode.FILE_UNWRITABLE, file.toString(), e);
    }
  }
}
