package org.safehand.custody.tree;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Optional;

/**
 * Consecutive entries, each after its length as two big-endian bytes (tlog-tiles, "Log entries").
 */
public final class EntryBundle {
  /** The longest entry in bytes. */
  public static final int MAX_ENTRY = 0xffff;

  private final BundleId id;
  private final byte[] bytes;
  private final int[] starts;

  private EntryBundle(BundleId id, byte[] bytes, int[] starts) {
    this.id = id;
    this.bytes = bytes;
    this.starts = starts;
  }

  /** The bundle of exactly {@link BundleId#width()} entries that {@code bytes} spell, or empty. */
  public static Optional<EntryBundle> of(BundleId id, byte[] bytes) {
    return over(id, bytes.clone(), bytes.length);
  }

  /**
   * The same over the first {@code length} bytes of {@code bytes}, which are not copied: for one
   * who reads thousands of bundles into one array, and is done with each before the next.
   */
  public static Optional<EntryBundle> over(BundleId id, byte[] bytes, int length) {
    requireNonNull(id, "id is null");
    int[] starts = new int[id.width() + 1];
    int at = 0;
    for (int i = 0; i < id.width(); i++) {
      if (at + 2 > length) {
        return Optional.empty();
      }
      at += 2 + (((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff));
      starts[i + 1] = at;
    }
    return at == length ? Optional.of(new EntryBundle(id, bytes, starts)) : Optional.empty();
  }

  public BundleId id() {
    return id;
  }

  /** The file, a copy. */
  public byte[] bytes() {
    return Arrays.copyOf(bytes, starts[id.width()]);
  }

  /** Entry number {@code position} within the bundle, a copy. */
  public byte[] entry(int position) {
    return Arrays.copyOfRange(bytes, starts[position] + 2, starts[position + 1]);
  }

  /** The same bundle when it was {@code width} wide: its first entries. */
  public EntryBundle prefix(int width) {
    BundleId narrow = new BundleId(id.index(), width);
    if (width > id.width()) {
      throw new IllegalArgumentException(id.path() + " is not " + width + " wide");
    }
    return new EntryBundle(
        narrow, Arrays.copyOf(bytes, starts[width]), Arrays.copyOf(starts, width + 1));
  }

  /** Lets {@code reader} see each entry in its place, without copies, while it does not object. */
  public int firstRefused(EntryReader reader) {
    for (int i = 0; i < id.width(); i++) {
      int start = starts[i] + 2;
      if (!reader.accept(bytes, start, starts[i + 1] - start)) {
        return i;
      }
    }
    return -1;
  }

  /** Sees an entry as part of a larger array, which it must not change or keep. */
  @FunctionalInterface
  public interface EntryReader {
    boolean accept(byte[] bytes, int offset, int length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EntryBundle that
        && id.equals(that.id)
        && Arrays.equals(bytes, 0, starts[id.width()], that.bytes, 0, that.starts[id.width()]);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return id.path();
  }
}
