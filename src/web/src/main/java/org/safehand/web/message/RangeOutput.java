package org.safehand.web.message;

import static java.util.Objects.requireNonNull;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Lets the bytes of one range through and drops the others. Once the last byte is through, every
 * further write ends the producer with {@link RangeComplete}.
 */
public final class RangeOutput extends FilterOutputStream {
  private final ByteRange range;
  private long position;

  public RangeOutput(OutputStream out, ByteRange range) {
    super(requireNonNull(out, "out is null"));
    this.range = requireNonNull(range, "range is null");
  }

  /** The range was written; nothing more is wanted. */
  public static final class RangeComplete extends IOException {
    private static final long serialVersionUID = 1L;

    RangeComplete() {
      super("the range is complete");
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (position > range.last()) {
      throw new RangeComplete();
    }
    long from = Math.max(0, range.first() - position);
    long to = Math.min(length, range.last() + 1 - position);
    if (from < to) {
      out.write(bytes, offset + (int) from, (int) (to - from));
    }
    position += length;
  }
}
