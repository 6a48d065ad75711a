package org.safehand.custody.note;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.safehand.custody.digest.Digest;

/** Names and ids of note keys (signed-note, "Signatures"). */
final class KeyName {
  private KeyName() {}

  static boolean isValid(String name) {
    return !name.isEmpty()
        && name.codePoints()
            .noneMatch(c -> c == '+' || c < 0x20 || Character.isSpaceChar(c) || c == 0xfffd);
  }

  static String require(String name) {
    if (!isValid(requireNonNull(name, "name is null"))) {
      throw new IllegalArgumentException("a key name is not empty and has no space and no plus");
    }
    return name;
  }

  /** The first four bytes of SHA-256(name, newline, type, public key). */
  static int keyId(String name, byte type, byte[] publicKey) {
    Digest digest =
        Digest.of((name + "\n").getBytes(StandardCharsets.UTF_8), new byte[] {type}, publicKey);
    return ByteBuffer.wrap(digest.bytes()).getInt();
  }

  static String hex(int keyId) {
    return String.format("%08x", keyId);
  }
}
