package org.safehand.referral.opening;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import org.safehand.referral.stream.Pace;

/** Counts what the stream behind it took, and how fast; not safe for several threads. */
final class CountedOutput extends OutputStream {
  private final OutputStream out;
  private final Pace pace;
  private long bytes;

  CountedOutput(OutputStream out, Pace pace) {
    this.out = requireNonNull(out, "out is null");
    this.pace = requireNonNull(pace, "pace is null");
  }

  long bytes() {
    return bytes;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] buffer, int offset, int length) throws IOException {
    Instant begun = pace.begin();
    out.write(buffer, offset, length);
    bytes += length;
    pace.passed(begun, length);
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }
}
