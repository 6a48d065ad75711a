package org.safehand.packaging.zip;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * The one encoding of headers: PKWARE APPNOTE 6.3.10, method 0, version 4.5, no flags, the first
 * instant of MS-DOS time, no comments, and no extra field but the ZIP64 one, there only where an
 * offset needs it.
 */
final class ZipEncoding {
  static final int LOCAL = 0x04034b50;
  static final int CENTRAL = 0x02014b50;
  static final int END = 0x06054b50;
  static final int END64 = 0x06064b50;
  static final int LOCATOR64 = 0x07064b50;
  static final int LOCAL_BYTES = 30;
  static final int CENTRAL_BYTES = 46;
  static final int END_BYTES = 22;
  static final int END64_BYTES = 56;
  static final int LOCATOR64_BYTES = 20;
  static final int EXTRA64_BYTES = 12;
  static final long MAX_32 = 0xFFFF_FFFFL;
  static final int MAX_16 = 0xFFFF;

  private static final short VERSION = 45;
  private static final short DATE = (1 << 5) | 1; // 1980-01-01
  private static final short EXTRA64_ID = 1;

  private ZipEncoding() {}

  /** APPNOTE 4.3.7. */
  static byte[] local(StoredEntry entry) {
    byte[] name = entry.name().getBytes(US_ASCII);
    byte[] header = new byte[LOCAL_BYTES + name.length];
    buffer(header)
        .putInt(LOCAL)
        .putShort(VERSION)
        .putShort((short) 0)
        .putShort((short) 0)
        .putShort((short) 0)
        .putShort(DATE)
        .putInt((int) entry.crc32())
        .putInt((int) entry.size())
        .putInt((int) entry.size())
        .putShort((short) name.length)
        .putShort((short) 0)
        .put(name);
    return header;
  }

  /** APPNOTE 4.3.12 to 4.3.16: the central directory and what ends the file. */
  static byte[] tail(List<StoredEntry> entries, List<Long> offsets, long start) {
    int size = 0;
    for (int i = 0; i < entries.size(); i++) {
      size += centralBytes(entries.get(i), offsets.get(i));
    }
    boolean zip64 = start >= MAX_32 || entries.size() >= MAX_16;
    int end = END_BYTES + (zip64 ? END64_BYTES + LOCATOR64_BYTES : 0);
    byte[] tail = new byte[size + end];
    ByteBuffer out = buffer(tail);
    for (int i = 0; i < entries.size(); i++) {
      central(out, entries.get(i), offsets.get(i));
    }
    if (zip64) {
      end64(out, entries.size(), size, start);
    }
    int count = Math.min(entries.size(), MAX_16);
    out.putInt(END)
        .putInt(0)
        .putShort((short) count)
        .putShort((short) count)
        .putInt(size)
        .putInt((int) Math.min(start, MAX_32))
        .putShort((short) 0);
    return tail;
  }

  private static int centralBytes(StoredEntry entry, long offset) {
    return CENTRAL_BYTES + entry.name().length() + (offset >= MAX_32 ? EXTRA64_BYTES : 0);
  }

  private static void central(ByteBuffer out, StoredEntry entry, long offset) {
    boolean zip64 = offset >= MAX_32;
    out.putInt(CENTRAL)
        .putShort(VERSION)
        .putShort(VERSION)
        .putShort((short) 0)
        .putShort((short) 0)
        .putShort((short) 0)
        .putShort(DATE)
        .putInt((int) entry.crc32())
        .putInt((int) entry.size())
        .putInt((int) entry.size())
        .putShort((short) entry.name().length())
        .putShort((short) (zip64 ? EXTRA64_BYTES : 0))
        .putShort((short) 0)
        .putShort((short) 0)
        .putShort((short) 0)
        .putInt(0)
        .putInt((int) Math.min(offset, MAX_32))
        .put(entry.name().getBytes(US_ASCII));
    if (zip64) {
      out.putShort(EXTRA64_ID).putShort((short) Long.BYTES).putLong(offset);
    }
  }

  private static void end64(ByteBuffer out, int count, long size, long start) {
    out.putInt(END64)
        .putLong(END64_BYTES - 12L)
        .putShort(VERSION)
        .putShort(VERSION)
        .putInt(0)
        .putInt(0)
        .putLong(count)
        .putLong(count)
        .putLong(size)
        .putLong(start);
    out.putInt(LOCATOR64).putInt(0).putLong(start + size).putInt(1);
  }

  private static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
