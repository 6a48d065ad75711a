package org.safehand.packaging.zip;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where every byte of a container lies, known from names, sizes and CRCs alone, so that it can be
 * served in any range before it exists as a file.
 */
public final class StoredZip {
  /** The most entries a container may have. */
  public static final int MAX_ENTRIES = 200_000;

  private final List<StoredEntry> entries;
  private final List<Long> offsets = new ArrayList<>();
  private final byte[] tail;
  private final long length;

  private StoredZip(List<StoredEntry> entries) {
    this.entries = List.copyOf(entries);
    long offset = 0;
    for (StoredEntry entry : this.entries) {
      offsets.add(offset);
      offset += ZipEncoding.LOCAL_BYTES + entry.name().length() + entry.size();
    }
    this.tail = ZipEncoding.tail(this.entries, offsets, offset);
    this.length = offset + tail.length;
  }

  /**
   * The container of {@code entries} in this order.
   *
   * @throws IllegalArgumentException if there are none, too many, or two whose names differ at most
   *     in case
   */
  public static StoredZip of(List<StoredEntry> entries) {
    requireNonNull(entries, "entries is null");
    if (entries.isEmpty() || entries.size() > MAX_ENTRIES) {
      throw new IllegalArgumentException("a container has 1 to 200000 entries");
    }
    Set<String> names = new HashSet<>();
    for (StoredEntry entry : entries) {
      if (!names.add(entry.name().toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException("two entries are named " + entry.name());
      }
    }
    return new StoredZip(entries);
  }

  /** The entries in order. */
  public List<StoredEntry> entries() {
    return entries;
  }

  /** The local header of the entry at {@code index}. */
  public byte[] localHeader(int index) {
    return ZipEncoding.local(entries.get(index));
  }

  /** Where the local header of the entry at {@code index} starts. */
  public long headerOffset(int index) {
    return offsets.get(index);
  }

  /** Where the content of the entry at {@code index} starts. */
  public long contentOffset(int index) {
    return offsets.get(index) + ZipEncoding.LOCAL_BYTES + entries.get(index).name().length();
  }

  /** Central directory and end records, a copy. */
  public byte[] tail() {
    return tail.clone();
  }

  /** Length of the whole file in bytes. */
  public long length() {
    return length;
  }
}
