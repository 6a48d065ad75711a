package org.safehand.web.audit;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.digest.Digest;
import org.safehand.referral.anchor.FileMark;

/**
 * The audit files of one node: {@code audit-<node>.jsonl}, and when that is full {@code
 * audit-<node>+2.jsonl} and so on. A file is only ever added to and keeps its name. For one thread.
 *
 * <p>The digest is that of what was written, kept beside the writing: whoever changes the file
 * before it is anchored is found too.
 */
final class AuditFile implements AutoCloseable {
  private static final Set<OpenOption> ADDING =
      Set.of(
          StandardOpenOption.CREATE,
          StandardOpenOption.WRITE,
          StandardOpenOption.APPEND,
          LinkOption.NOFOLLOW_LINKS);

  private final Path folder;
  private final String node;
  private final long limit;
  private final List<FileMark> closed = new ArrayList<>();
  private @Nullable FileChannel channel;
  private int number;
  private long length;
  private long marked;
  private MessageDigest digest = Digest.sha256();

  /**
   * @param limit bytes after which the next file is begun
   */
  AuditFile(Path folder, String node, long limit) {
    this.folder = requireNonNull(folder, "folder is null");
    this.node = requireNonNull(node, "node is null");
    this.limit = limit;
  }

  /** Adds {@code line}; after a failure the file is opened again with the next. */
  void append(byte[] line) throws IOException {
    FileChannel open = channel == null ? open() : channel;
    try {
      if (length > 0 && length + line.length > limit) {
        open = next(open);
      }
      write(open, line);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /**
   * How far each file has grown that grew since it was last {@link #anchored}; what was written is
   * on disk then.
   */
  List<FileMark> grown() throws IOException {
    List<FileMark> grown = new ArrayList<>(closed);
    if (channel == null && Files.exists(path(1), LinkOption.NOFOLLOW_LINKS)) {
      open();
    }
    if (channel != null && length > marked) {
      channel.force(false);
      grown.add(mark());
    }
    return grown;
  }

  /** {@code mark} is in the custody log. */
  void anchored(FileMark mark) {
    if (!closed.remove(mark) && mark.file().equals(name(number))) {
      marked = mark.bytes();
    }
  }

  @Override
  public void close() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // it is opened again, and read, before anything more is written
    } finally {
      channel = null;
    }
  }

  private FileChannel open() throws IOException {
    Files.createDirectories(folder);
    int newest = 1;
    while (Files.exists(path(newest + 1), LinkOption.NOFOLLOW_LINKS)) {
      newest++;
    }
    if (number == 0 && newest > 1) {
      // its end may have been written after the last anchor of an earlier process
      boolean unused = read(newest - 1);
      closed.add(mark());
    }
    if (newest != number) {
      marked = 0;
    }
    boolean cut = read(newest);
    FileChannel open = adding();
    if (cut) {
      write(open, new byte[] {'\n'});
    }
    return open;
  }

  private FileChannel next(FileChannel full) throws IOException {
    full.force(false);
    if (length > marked) {
      closed.add(mark());
    }
    full.close();
    number++;
    length = 0;
    marked = 0;
    digest = Digest.sha256();
    return adding();
  }

  private FileChannel adding() throws IOException {
    FileChannel open =
        FileChannel.open(
            path(number),
            ADDING,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    channel = open;
    return open;
  }

  /** Takes over what is in a file. Returns whether its last line was cut off. */
  private boolean read(int which) throws IOException {
    number = which;
    length = 0;
    digest = Digest.sha256();
    if (!Files.exists(path(which), LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    byte last = '\n';
    try (var in = Files.newInputStream(path(which), LinkOption.NOFOLLOW_LINKS)) {
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
        length += n;
        last = n > 0 ? buffer[n - 1] : last;
      }
    }
    return last != '\n';
  }

  private void write(FileChannel open, byte[] line) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(line);
    while (rest.hasRemaining()) {
      open.write(rest);
    }
    digest.update(line);
    length += line.length;
  }

  private FileMark mark() {
    try {
      MessageDigest soFar = (MessageDigest) digest.clone();
      return new FileMark(name(number), length, Digest.ofBytes(soFar.digest()));
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path path(int which) {
    return folder.resolve(name(which));
  }

  private String name(int which) {
    return "audit-" + node + (which == 1 ? "" : "+" + which) + ".jsonl";
  }
}
