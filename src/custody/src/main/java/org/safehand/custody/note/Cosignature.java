package org.safehand.custody.note;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/** What a cosigner signs (C2SP tlog-cosignature). Times are POSIX seconds. */
final class Cosignature {
  /** Length in bytes of an ML-DSA-44 signature (FIPS 204, table 2). */
  static final int ML_DSA_44_SIGNATURE = 2420;

  private static final byte[] LABEL = "subtree/v1\n\0".getBytes(US_ASCII);
  private static final int MAX_NAME = 255;

  private Cosignature() {}

  /** "Ed25519 signed message". */
  static byte[] ed25519Message(long time, String text) {
    return ("cosignature/v1\ntime " + Long.toUnsignedString(time) + "\n" + text).getBytes(UTF_8);
  }

  /** "ML-DSA-44 signed message", for the whole tree. */
  static byte[] mlDsaMessage(String cosigner, long time, Checkpoint checkpoint)
      throws NoteException {
    byte[] name = name(cosigner);
    byte[] origin = name(checkpoint.origin());
    return ByteBuffer.allocate(
            LABEL.length + 1 + name.length + 1 + origin.length + 3 * Long.BYTES + 32)
        .put(LABEL)
        .put((byte) name.length)
        .put(name)
        .putLong(time)
        .put((byte) origin.length)
        .put(origin)
        .putLong(0)
        .putLong(checkpoint.size())
        .put(checkpoint.root().bytes())
        .array();
  }

  private static byte[] name(String name) throws NoteException {
    byte[] bytes = name.getBytes(UTF_8);
    if (bytes.length == 0 || bytes.length > MAX_NAME) {
      throw new NoteException(
          NoteFault.MALFORMED, "a name of " + bytes.length + " bytes cannot be cosigned");
    }
    return bytes;
  }
}
