package org.safehand.packaging.zip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.fault.PackageFault;

/**
 * Reads a container front to back: each local header says where the next one is. Everything else in
 * the file follows from names, sizes and CRCs, so it is encoded again and must be equal, which
 * leaves no room for a second directory, a comment, an extra field, or bytes before, between or
 * behind.
 */
public final class StoredZipReader {
  private static final int CRC_AT = 14;
  private static final int SIZE_AT = 18;
  private static final int NAME_LENGTH_AT = 26;
  private static final int MAX_NAME = 200;

  private final ContainerBytes bytes;
  private final List<StoredEntry> entries = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  private StoredZipReader(ContainerBytes bytes) {
    this.bytes = bytes;
  }

  /**
   * The container that {@code bytes} is. Contents are not read.
   *
   * @throws PackageException if it is anything but the one encoding of its entries
   */
  public static StoredZip read(ContainerBytes bytes) throws IOException, PackageException {
    return new StoredZipReader(bytes).read();
  }

  private StoredZip read() throws IOException, PackageException {
    long position = 0;
    while (isLocalHeader(position)) {
      StoredEntry entry = entry(position);
      position += ZipEncoding.LOCAL_BYTES + entry.name().length() + entry.size();
      entries.add(entry);
    }
    if (entries.isEmpty()) {
      throw malformed(0, "no local header of an entry");
    }
    StoredZip zip = StoredZip.of(entries);
    byte[] tail = zip.tail();
    long length = Math.min(bytes.length() - position, tail.length + 1L);
    byte[] found = bytes.read(position, (int) length);
    int difference = Arrays.mismatch(tail, found);
    if (difference >= 0) {
      throw malformed(position + difference, "differs from the central directory of the entries");
    }
    return zip;
  }

  private boolean isLocalHeader(long position) throws IOException, PackageException {
    if (position > bytes.length()) {
      throw malformed(bytes.length(), "the last entry is cut off");
    }
    return position + ZipEncoding.LOCAL_BYTES <= bytes.length()
        && header(position, Integer.BYTES).getInt() == ZipEncoding.LOCAL;
  }

  private StoredEntry entry(long position) throws IOException, PackageException {
    if (entries.size() == StoredZip.MAX_ENTRIES) {
      throw malformed(position, "more than " + StoredZip.MAX_ENTRIES + " entries");
    }
    ByteBuffer header = header(position, ZipEncoding.LOCAL_BYTES);
    int nameLength = Short.toUnsignedInt(header.getShort(NAME_LENGTH_AT));
    if (nameLength > MAX_NAME || position + ZipEncoding.LOCAL_BYTES + nameLength > bytes.length()) {
      throw malformed(position + NAME_LENGTH_AT, "a name of " + nameLength + " bytes");
    }
    String name =
        new String(bytes.read(position + ZipEncoding.LOCAL_BYTES, nameLength), ISO_8859_1);
    long size = Integer.toUnsignedLong(header.getInt(SIZE_AT));
    if (size == ZipEncoding.MAX_32) {
      throw malformed(position + SIZE_AT, "an entry of 4 GiB or more");
    }
    checkName(name, position);
    StoredEntry entry = new StoredEntry(name, size, Integer.toUnsignedLong(header.getInt(CRC_AT)));
    byte[] expected = ZipEncoding.local(entry);
    byte[] found = bytes.read(position, expected.length);
    int difference = Arrays.mismatch(expected, found);
    if (difference >= 0) {
      throw malformed(position + difference, "the local header of " + name + " is not in its form");
    }
    return entry;
  }

  private void checkName(String name, long position) throws PackageException {
    if (!StoredEntry.isName(name)) {
      throw new PackageException(
          PackageFault.ENTRY_NAME_REFUSED,
          "byte " + position,
          "not a canonical entry name: " + printable(name));
    }
    if (!names.add(name.toLowerCase(Locale.ROOT))) {
      throw new PackageException(PackageFault.ENTRY_NAME_REFUSED, name, "this name is there twice");
    }
  }

  private ByteBuffer header(long position, int count) throws IOException {
    return ByteBuffer.wrap(bytes.read(position, count)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static String printable(String name) {
    return name.replaceAll("[^ -~]", "?");
  }

  private static PackageException malformed(long position, String detail) {
    return new PackageException(PackageFault.CONTAINER_MALFORMED, "byte " + position, detail);
  }
}
