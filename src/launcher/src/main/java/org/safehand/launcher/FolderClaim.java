package org.safehand.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.safehand.launcher.fault.LaunchCode;
import org.safehand.launcher.fault.LaunchException;
import org.safehand.launcher.place.PrivateFiles;
import org.safehand.launcher.place.VarFolder;
import org.safehand.launcher.port.Ports;

/** Holds a state folder while it is being started, so that two launchers do not do it at once. */
final class FolderClaim implements AutoCloseable {
  private final FileChannel channel;

  private FolderClaim(FileChannel channel) {
    this.channel = requireNonNull(channel, "channel is null");
  }

  /** Claims the folder for these ports, which must be those of its first start. */
  static FolderClaim of(VarFolder folder, Ports ports) throws IOException, LaunchException {
    PrivateFiles.folder(folder.root());
    FileChannel channel =
        FileChannel.open(
            folder.root().resolve("launcher.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    try {
      requireLock(folder, channel);
      requireSamePorts(folder, ports);
    } catch (IOException | LaunchException e) {
      channel.close();
      throw e;
    }
    return new FolderClaim(channel);
  }

  private static void requireLock(VarFolder folder, FileChannel channel)
      throws IOException, LaunchException {
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return;
      }
    } catch (OverlappingFileLockException e) {
      throw busy(folder, e);
    }
    throw busy(folder, null);
  }

  private static LaunchException busy(VarFolder folder, @Nullable Exception cause) {
    return new LaunchException(
        LaunchCode.BUSY, "another launcher works on " + folder.root(), cause);
  }

  private static void requireSamePorts(VarFolder folder, Ports ports)
      throws IOException, LaunchException {
    Path file = folder.root().resolve("ports");
    if (!Files.exists(file)) {
      PrivateFiles.write(file, ports.toString());
    } else if (!ports.agreesWith(Files.readString(file, UTF_8))) {
      throw new LaunchException(
          LaunchCode.PORTS_CHANGED,
          "%s was first started on %s; use these ports or another SAFEHAND_VAR"
              .formatted(folder.root(), Files.readString(file, UTF_8)));
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
