package org.safehand.agency.inbox;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.safehand.agency.receipt.SignedReceipt;

/**
 * The layout on disk.
 *
 * <pre>
 * &lt;dispatch-id&gt;/package.asice
 * &lt;dispatch-id&gt;/receipt.p7m
 * .incoming/&lt;dispatch-id&gt;/…    not received yet; cleared at start
 * .lock                        one server to a folder
 * </pre>
 *
 * A dispatch appears by one rename, after everything in it was forced to disk: it is there whole,
 * with its receipt, or not at all.
 */
final class ReceivedFolder implements AutoCloseable {
  static final String PACKAGE = "package.asice";
  static final String RECEIPT = "receipt.p7m";

  private final Path received;
  private final Path incoming;
  private final FileChannel lock;

  private ReceivedFolder(Path folder, FileChannel lock) throws IOException {
    this.received = folder;
    this.incoming = Files.createDirectories(folder.resolve(".incoming"));
    this.lock = lock;
  }

  static ReceivedFolder open(Path folder) throws IOException {
    requireNonNull(folder, "folder is null");
    Files.createDirectories(folder);
    FileChannel lock = FileChannel.open(folder.resolve(".lock"), WRITE, CREATE);
    if (!claim(lock)) {
      lock.close();
      throw new IOException("another server uses " + folder);
    }
    ReceivedFolder opened = new ReceivedFolder(folder, lock);
    opened.clearIncoming();
    return opened;
  }

  private static boolean claim(FileChannel lock) throws IOException {
    try {
      FileLock held = lock.tryLock();
      return held != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** The receipt given for {@code dispatchId}, byte for byte. */
  Optional<SignedReceipt> receiptOf(String dispatchId) throws IOException {
    try {
      return Optional.of(
          SignedReceipt.ofBytes(Files.readAllBytes(received.resolve(dispatchId).resolve(RECEIPT))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** An empty folder for a dispatch that is about to arrive. */
  Path begin(String dispatchId) throws IOException {
    Path part = incoming.resolve(dispatchId);
    delete(part);
    return Files.createDirectory(part);
  }

  OutputStream create(Path file) throws IOException {
    return Channels.newOutputStream(FileChannel.open(file, WRITE, CREATE_NEW));
  }

  void write(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, WRITE, CREATE_NEW)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    }
  }

  /** Makes what {@link #begin} started the received dispatch. */
  void commit(Path part, String dispatchId) throws IOException {
    force(part.resolve(PACKAGE), WRITE);
    force(part.resolve(RECEIPT), WRITE);
    force(part, READ);
    Files.move(part, received.resolve(dispatchId), ATOMIC_MOVE);
    force(received, READ);
  }

  void discard(Path part) throws IOException {
    delete(part);
  }

  private void clearIncoming() throws IOException {
    List<Path> parts;
    try (Stream<Path> found = Files.list(incoming)) {
      parts = found.toList();
    }
    for (Path part : parts) {
      delete(part);
    }
  }

  private static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> found = Files.walk(tree)) {
      deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }

  private static void force(Path path, OpenOption mode) throws IOException {
    try (FileChannel channel = FileChannel.open(path, mode)) {
      channel.force(true);
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
