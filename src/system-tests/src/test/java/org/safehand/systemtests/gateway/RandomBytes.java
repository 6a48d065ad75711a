package org.safehand.systemtests.gateway;

import java.io.InputStream;
import java.util.SplittableRandom;

/**
 * A stream of pseudo-random bytes: incompressible, in no memory, the same for the same seed however
 * it is read.
 */
final class RandomBytes extends InputStream {
  private final SplittableRandom random;
  private long left;
  private long word;
  private int bytesInWord;

  RandomBytes(long size, long seed) {
    this.random = new SplittableRandom(seed);
    this.left = size;
  }

  @Override
  public int read() {
    return left == 0 ? -1 : next() & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    if (left == 0) {
      return -1;
    }
    int n = (int) Math.min(length, left);
    for (int i = 0; i < n; i++) {
      buffer[offset + i] = next();
    }
    return n;
  }

  private byte next() {
    if (bytesInWord == 0) {
      word = random.nextLong();
      bytesInWord = Long.BYTES;
    }
    byte b = (byte) word;
    word >>>= Byte.SIZE;
    bytesInWord--;
    left--;
    return b;
  }
}
