package org.safehand.custody.vectors.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import org.safehand.custody.digest.Digest;

/**
 * Bytes that are the same on every machine: SHA-256("safehand.org/vectors/" || name || counter),
 * the counter as four big-endian bytes from 0. For keys of test vectors and for nothing else.
 */
public final class FixedRandom extends SecureRandom {
  private static final long serialVersionUID = 1L;

  private final String name;
  private int counter;

  public FixedRandom(String name) {
    this.name = name;
  }

  @Override
  public void nextBytes(byte[] bytes) {
    ByteBuffer out = ByteBuffer.wrap(bytes);
    while (out.hasRemaining()) {
      byte[] block =
          Digest.of(
                  ("safehand.org/vectors/" + name).getBytes(UTF_8),
                  ByteBuffer.allocate(Integer.BYTES).putInt(counter++).array())
              .bytes();
      out.put(block, 0, Math.min(block.length, out.remaining()));
    }
  }

  /** 32 bytes under {@code name}. */
  public static byte[] seed(String name) {
    byte[] seed = new byte[32];
    new FixedRandom(name).nextBytes(seed);
    return seed;
  }
}
