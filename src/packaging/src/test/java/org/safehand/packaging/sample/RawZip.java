package org.safehand.packaging.sample;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.CRC32;

/** Writes containers in the format's encoding, but of any entries: also such as are forbidden. */
final class RawZip {
  private static final short VERSION = 45;
  private static final short DATE = 33;

  private RawZip() {}

  static byte[] write(List<Forgery.Part> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    for (Forgery.Part part : parts) {
      byte[] name = part.name().getBytes(ISO_8859_1);
      byte[] shared = shared(part, name.length);
      directory.writeBytes(buffer(6).putInt(0x02014b50).putShort(VERSION).array());
      directory.writeBytes(shared);
      directory.writeBytes(
          buffer(14)
              .putShort((short) 0)
              .putShort((short) 0)
              .putShort((short) 0)
              .putInt(0)
              .putInt(out.size())
              .array());
      directory.writeBytes(name);
      out.writeBytes(buffer(4).putInt(0x04034b50).array());
      out.writeBytes(shared);
      out.writeBytes(name);
      out.writeBytes(part.content());
    }
    int start = out.size();
    out.writeBytes(directory.toByteArray());
    short count = (short) parts.size();
    out.writeBytes(
        buffer(22)
            .putInt(0x06054b50)
            .putInt(0)
            .putShort(count)
            .putShort(count)
            .putInt(directory.size())
            .putInt(start)
            .putShort((short) 0)
            .array());
    return out.toByteArray();
  }

  /** What local and central header have in common. */
  private static byte[] shared(Forgery.Part part, int nameLength) {
    CRC32 crc = new CRC32();
    crc.update(part.content());
    int size = part.content().length;
    return buffer(26)
        .putShort(VERSION)
        .putShort((short) 0)
        .putShort((short) 0)
        .putShort((short) 0)
        .putShort(DATE)
        .putInt((int) crc.getValue())
        .putInt(size)
        .putInt(size)
        .putShort((short) nameLength)
        .putShort((short) 0)
        .array();
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
