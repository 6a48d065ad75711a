package org.safehand.launcher.authenticator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Base 32 (RFC 4648, section 6) as people copy it: in groups, without padding. */
final class Base32 {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;

  private Base32() {}

  /** The bytes of {@code text}, whose spaces are passed over; bits that fill no byte are left. */
  static byte[] decode(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int buffer = 0;
    int held = 0;
    for (char c : text.replace(" ", "").toCharArray()) {
      int value = ALPHABET.indexOf(c);
      if (value < 0) {
        throw new IOException("not Base 32");
      }
      buffer = (buffer << BITS | value) & 0xfff;
      held += BITS;
      if (held >= Byte.SIZE) {
        held -= Byte.SIZE;
        bytes.write(buffer >> held);
      }
    }
    return bytes.toByteArray();
  }
}
