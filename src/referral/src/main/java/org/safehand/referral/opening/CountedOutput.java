package org.safehand.referral.opening;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;

/** Counts what the stream behind it took; not safe for several threads. */
final class CountedOutput extends OutputStream {
  private final OutputStream out;
  private long bytes;

  CountedOutput(OutputStream out) {
    this.out = requireNonNull(out, "out is null");
  }

  long bytes() {
    return bytes;
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    bytes++;
  }

  @Override
  public void write(byte[] buffer, int offset, int length) throws IOException {
    out.write(buffer, offset, length);
    bytes += length;
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }
}
