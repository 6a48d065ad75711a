package org.safehand.cli.session;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;

/**
 * Where a session is kept: readable to its owner alone, and replaced as a whole.
 *
 * <p>A refresh token can be used once, so commands that run side by side renew it one after the
 * other, each under {@link #lock}.
 */
public final class SessionFile {
  private static final Set<PosixFilePermission> OF_OTHERS =
      EnumSet.complementOf(
          EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));

  private final Path file;

  public SessionFile(Path file) {
    this.file = requireNonNull(file, "file is null").toAbsolutePath();
  }

  public Path path() {
    return file;
  }

  public Session read() throws CliException {
    try {
      if (PrivateFile.isPosix(file) && exposed()) {
        throw unusable("others than its owner may use it");
      }
      return Session.fromJson(Jcs.readObject(Files.readAllBytes(file)));
    } catch (NoSuchFileException e) {
      throw new CliException(
          CliCode.SESSION_MISSING,
          file.toString(),
          "nobody signed in with this file; sign in with: safehand sign-in --ca PEM --session "
              + file);
    } catch (IOException e) {
      throw new CliException(CliCode.FILE_UNREADABLE, file.toString(), e);
    } catch (JsonException e) {
      throw unusable(String.valueOf(e.getMessage()));
    }
  }

  private boolean exposed() throws IOException {
    return Files.getPosixFilePermissions(file).stream().anyMatch(OF_OTHERS::contains);
  }

  private CliException unusable(String reason) {
    return new CliException(CliCode.SESSION_UNUSABLE, file.toString(), reason);
  }

  public void write(Session session) throws CliException {
    try {
      PrivateFile.replace(file, Jcs.write(session.toJson()));
    } catch (IOException e) {
      throw new CliException(CliCode.FILE_UNWRITABLE, file.toString(), e);
    }
  }

  public void delete() throws CliException {
    try {
      Files.deleteIfExists(file);
      Files.deleteIfExists(lockFile());
    } catch (IOException e) {
      throw new CliException(CliCode.FILE_UNWRITABLE, file.toString(), e);
    }
  }

  /** Keeps other commands from renewing the session until it is released. */
  Lock lock() throws CliException {
    try {
      FileChannel channel =
          FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      return new Lock(channel, channel.lock());
    } catch (IOException e) {
      throw new CliException(CliCode.FILE_UNWRITABLE, lockFile().toString(), e);
    }
  }

  private Path lockFile() {
    return file.resolveSibling(file.getFileName() + ".lock");
  }

  /** Held while a session is renewed. */
  record Lock(FileChannel channel, FileLock held) implements AutoCloseable {
    @Override
    public void close() throws CliException {
      try (channel) {
        held.release();
      } catch (IOException e) {
        throw new CliException(CliCode.FILE_UNWRITABLE, "session lock", e);
      }
    }
  }
}
