package org.safehand.packaging.pack;

import java.io.OutputStream;
import java.security.MessageDigest;
import org.safehand.custody.digest.Digest;

/** Hashes what is written and keeps nothing. */
final class DigestOutputStream extends OutputStream {
  private final MessageDigest sha256 = Digest.sha256();

  @Override
  public void write(int b) {
    sha256.update((byte) b);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    sha256.update(bytes, offset, length);
  }

  Digest digest() {
    return Digest.ofBytes(sha256.digest());
  }
}
