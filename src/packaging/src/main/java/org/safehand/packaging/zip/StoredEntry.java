package org.safehand.packaging.zip;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * One stored entry, as both of its headers tell it.
 *
 * @param name its path: ASCII letters, digits, dot, dash, underscore; parts separated by one slash;
 *     no part starts with a dot; at most 200 characters
 * @param size length in bytes, below 4 GiB
 * @param crc32 CRC-32 of its content
 */
public record StoredEntry(String name, long size, long crc32) {
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");
  private static final int MAX_NAME = 200;
  private static final long MAX_32 = 0xFFFF_FFFFL;

  /** Checks name and ranges. */
  public StoredEntry {
    requireNonNull(name, "name is null");
    if (!isName(name)) {
      throw new IllegalArgumentException("not a canonical entry name: " + name);
    }
    if (size < 0 || size >= MAX_32) {
      throw new IllegalArgumentException("an entry is smaller than 4 GiB, not " + size);
    }
    if (crc32 < 0 || crc32 > MAX_32) {
      throw new IllegalArgumentException("a CRC-32 has 32 bits, not " + crc32);
    }
  }

  /**
   * Whether {@code name} could name an entry: no traversal, no absolute path, no second spelling.
   */
  public static boolean isName(String name) {
    return name.length() <= MAX_NAME && NAME.matcher(name).matches();
  }
}
