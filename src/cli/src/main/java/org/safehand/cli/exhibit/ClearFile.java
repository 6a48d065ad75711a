package org.safehand.cli.exhibit;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;

/**
 * A new file in clear, of its owner's alone. It is written under another name beside it, gets its
 * own when it is whole, and never takes the place of another file.
 */
final class ClearFile {
  private final Path out;

  private ClearFile(Path out) {
    this.out = out;
  }

  /** The file that is to become {@code out}, which must not be there yet. */
  static ClearFile of(Path out) throws CliException {
    ClearFile file = new ClearFile(requireNonNull(out, "out is null").toAbsolutePath());
    file.requireAbsent();
    return file;
  }

  private void requireAbsent() throws CliException {
    if (out.getFileName() == null || Files.exists(out, LinkOption.NOFOLLOW_LINKS)) {
      throw new CliException(CliCode.OUTPUT_EXISTS, out.toString(), "is there already");
    }
  }

  Part begin() throws CliException {
    try {
      // of its owner's alone, wherever the file system knows owners
      return new Part(Files.createTempFile(out.resolveSibling(""), ".safehand-", ".part"));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private CliException unwritable(IOException cause) {
    return new CliException(CliCode.FILE_UNWRITABLE, out.toString(), cause);
  }

  /**
   * What there is of it. Unless it was finished, closing removes it, and so does the end of the
   * process by an interrupt (SIGINT), SIGTERM or SIGHUP, which closes nothing. What ends the
   * process at once (SIGKILL, a power failure) leaves it there.
   */
  final class Part implements AutoCloseable {
    private final Path part;
    private final FileChannel channel;

    private Part(Path part) throws IOException {
      this.part = part;
      part.toFile().deleteOnExit(); // before there is a byte in it
      this.channel = FileChannel.open(part, StandardOpenOption.WRITE);
    }

    void write(byte[] bytes, int length) throws CliException {
      try {
        ByteBuffer left = ByteBuffer.wrap(bytes, 0, length);
        while (left.hasRemaining()) {
          channel.write(left);
        }
      } catch (IOException e) {
        throw unwritable(e);
      }
    }

    /** It is whole: makes it last, and gives it its name. */
    void finish() throws CliException {
      requireAbsent();
      try {
        channel.force(true);
        Files.move(part, out, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw unwritable(e);
      }
    }

    @Override
    public void close() throws CliException {
      try {
        channel.close();
        Files.deleteIfExists(part);
      } catch (IOException e) {
        throw unwritable(e);
      }
    }
  }
}
