package org.safehand.packaging.vectors.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.zip.ContainerBytes;
import org.safehand.packaging.zip.StoredEntry;
import org.safehand.packaging.zip.StoredZip;
import org.safehand.packaging.zip.StoredZipReader;

/** Where things stand in a good container, and the container with other bytes there. */
final class ZipPlaces {
  static final int CENTRAL_BYTES = 46;
  static final int END_BYTES = 22;
  static final int LOCAL_CRC = 14;
  static final int LOCAL_SIZES = 18;
  static final int CENTRAL_CRC = 16;
  static final int CENTRAL_SIZES = 20;
  static final int CENTRAL_OFFSET = 42;
  static final int END_COUNTS = 8;
  static final int END_SIZE = 12;
  static final int END_OFFSET = 16;
  static final int END_COMMENT = 20;

  private final byte[] bytes;
  private final StoredZip zip;

  ZipPlaces(byte[] bytes) {
    this.bytes = bytes.clone();
    try (ContainerBytes source = ContainerBytes.ofArray(bytes)) {
      zip = StoredZipReader.read(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (PackageException e) {
      throw new AssertionError(e);
    }
  }

  List<StoredEntry> entries() {
    return zip.entries();
  }

  int index(String name) {
    return entries().stream().map(StoredEntry::name).toList().indexOf(name);
  }

  int local(int index) {
    return (int) zip.headerOffset(index);
  }

  int content(int index) {
    return (int) zip.contentOffset(index);
  }

  int central(int index) {
    int at = directory();
    for (StoredEntry entry : entries().subList(0, index)) {
      at += CENTRAL_BYTES + entry.name().length();
    }
    return at;
  }

  /** Where the central directory starts. */
  int directory() {
    return bytes.length - zip.tail().length;
  }

  int end() {
    return bytes.length - END_BYTES;
  }

  int length() {
    return bytes.length;
  }

  byte[] part(int from, int to) {
    return Arrays.copyOfRange(bytes, from, to);
  }

  /** With {@code changed} in the place of as many bytes from {@code at} on. */
  byte[] patched(int at, byte... changed) {
    byte[] patched = bytes.clone();
    System.arraycopy(changed, 0, patched, at, changed.length);
    return patched;
  }

  /** With {@code added} before the byte at {@code at}, and nothing else changed. */
  byte[] inserted(int at, byte... added) {
    return ByteBuffer.allocate(bytes.length + added.length)
        .put(bytes, 0, at)
        .put(added)
        .put(bytes, at, bytes.length - at)
        .array();
  }

  /** The number in 4 bytes. */
  static byte[] four(long number) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt((int) number).array();
  }

  /** The number in 2 bytes. */
  static byte[] two(int number) {
    return ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN).putShort((short) number).array();
  }
}
