package org.safehand.packaging.pack;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32;
import org.safehand.packaging.zip.StoredEntry;

/** Lets the bytes of one range of a longer run pass, and drops the others. */
final class RangeWriter {
  private static final int BUFFER = 256 * 1024;

  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER];
  private long skip;
  private long left;

  RangeWriter(OutputStream out, long from, long count) {
    this.out = out;
    this.skip = from;
    this.left = count;
  }

  boolean done() {
    return left == 0;
  }

  /** Passes over {@code length} bytes if none of them is wanted. */
  boolean skips(long length) {
    if (skip < length && left > 0) {
      return false;
    }
    skip -= Math.min(skip, length);
    return true;
  }

  void write(byte[] bytes) throws IOException {
    int start = (int) Math.min(skip, bytes.length);
    int count = (int) Math.min(left, bytes.length - start);
    out.write(bytes, start, count);
    skip -= start;
    left -= count;
  }

  /** Copies a segment; a whole one is checked against its CRC-32 as it passes. */
  void copy(InputStream in, StoredEntry entry) throws IOException {
    boolean whole = skip == 0 && left >= entry.size();
    in.skipNBytes(skip);
    long wanted = Math.min(left, entry.size() - skip);
    CRC32 crc = new CRC32();
    for (long rest = wanted; rest > 0; ) {
      int n = in.read(buffer, 0, (int) Math.min(rest, buffer.length));
      if (n == -1) {
        throw new EOFException("the stored segment of " + entry.name() + " is too short");
      }
      crc.update(buffer, 0, n);
      out.write(buffer, 0, n);
      rest -= n;
    }
    if (whole && (in.read() != -1 || crc.getValue() != entry.crc32())) {
      throw new IOException("the stored segment of " + entry.name() + " is not what was sealed");
    }
    skip = 0;
    left -= wanted;
  }
}
