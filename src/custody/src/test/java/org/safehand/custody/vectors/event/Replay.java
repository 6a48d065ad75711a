package org.safehand.custody.vectors.event;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import org.safehand.custody.digest.Digest;

/** Gives the salts of a vector, in the order link, header, detail, to what asks for randomness. */
final class Replay extends SecureRandom {
  private static final long serialVersionUID = 1L;

  private final byte[] bytes = new byte[3 * Digest.LENGTH];
  private int at;

  Replay(Digest link, Digest header, Digest detail) {
    ByteBuffer.wrap(bytes).put(link.bytes()).put(header.bytes()).put(detail.bytes());
  }

  @Override
  public void nextBytes(byte[] out) {
    System.arraycopy(bytes, at, out, 0, out.length);
    at += out.length;
  }
}
