package org.safehand.packaging.zip;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** The bytes of a container, read from any place: a file that stays open, or memory. */
public abstract sealed class ContainerBytes implements Closeable {
  private ContainerBytes() {}

  /** The file {@code path}, opened now. */
  public static ContainerBytes ofFile(Path path) throws IOException {
    return new FileBytes(FileChannel.open(path, StandardOpenOption.READ));
  }

  /** A copy of {@code bytes}. */
  public static ContainerBytes ofArray(byte[] bytes) {
    return new ArrayBytes(bytes.clone());
  }

  /** Length in bytes. */
  public abstract long length();

  /**
   * Fills {@code count} bytes of {@code buffer} from {@code offset} on with those at {@code
   * position}.
   *
   * @throws EOFException if there are not so many
   */
  public abstract void read(long position, byte[] buffer, int offset, int count) throws IOException;

  /** The {@code count} bytes at {@code position}. */
  public byte[] read(long position, int count) throws IOException {
    byte[] bytes = new byte[count];
    read(position, bytes, 0, count);
    return bytes;
  }

  /**
   * Brings the {@code count} bytes from {@code position} on through {@code buffer}, of which {@code
   * use} takes each part.
   *
   * @throws EOFException if there are not so many
   */
  public void pass(long position, long count, byte[] buffer, Use use) throws IOException {
    long end = position + count;
    for (long at = position; at < end; ) {
      int part = (int) Math.min(buffer.length, end - at);
      read(at, buffer, 0, part);
      use.take(part);
      at += part;
    }
  }

  /** Takes what lies in the buffer. */
  @FunctionalInterface
  public interface Use {
    /** The first {@code count} bytes of the buffer are the next. */
    void take(int count) throws IOException;
  }

  private static final class FileBytes extends ContainerBytes {
    private final FileChannel channel;
    private final long length;

    FileBytes(FileChannel channel) throws IOException {
      this.channel = requireNonNull(channel, "channel is null");
      this.length = channel.size();
    }

    @Override
    public long length() {
      return length;
    }

    @Override
    public void read(long position, byte[] buffer, int offset, int count) throws IOException {
      ByteBuffer target = ByteBuffer.wrap(buffer, offset, count);
      while (target.hasRemaining()) {
        if (channel.read(target, position + target.position() - offset) == -1) {
          throw new EOFException("the file ends before byte " + (position + count));
        }
      }
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  private static final class ArrayBytes extends ContainerBytes {
    private final byte[] bytes;

    ArrayBytes(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public long length() {
      return bytes.length;
    }

    @Override
    public void read(long position, byte[] buffer, int offset, int count) throws IOException {
      Objects.checkFromIndexSize(offset, count, buffer.length);
      if (position + count > bytes.length) {
        throw new EOFException("the container ends before byte " + (position + count));
      }
      System.arraycopy(bytes, (int) position, buffer, offset, count);
    }

    @Override
    public void close() {
      // memory needs no closing
    }
  }
}
