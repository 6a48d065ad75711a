package org.safehand.custody.tree;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import org.safehand.custody.digest.Digest;

/** A tile: the hashes of {@link TileId#width()} consecutive subtrees, 32 bytes each. */
public final class Tile {
  private final TileId id;
  private final byte[] bytes;

  /**
   * The tile {@code id} of these hashes.
   *
   * @throws IllegalArgumentException if {@code bytes} is not 32 bytes for each hash
   */
  public Tile(TileId id, byte[] bytes) {
    this.id = requireNonNull(id, "id is null");
    this.bytes = bytes.clone();
    if (bytes.length != id.width() * Digest.LENGTH) {
      throw new IllegalArgumentException(
          id.path() + " has " + id.width() * Digest.LENGTH + " bytes, not " + bytes.length);
    }
  }

  public TileId id() {
    return id;
  }

  /** All hashes, a copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The first place at which the {@code length} bytes of {@code file} are others, or -1. */
  public int mismatch(byte[] file, int length) {
    return Arrays.mismatch(bytes, 0, bytes.length, file, 0, length);
  }

  /** Hash number {@code position} within the tile. */
  public Digest hash(int position) {
    int from = position * Digest.LENGTH;
    return Digest.ofBytes(Arrays.copyOfRange(bytes, from, from + Digest.LENGTH));
  }

  /** The root over {@code count} hashes, a power of two, from hash {@code first}. */
  public Digest root(int first, int count) {
    if (first < 0 || Integer.bitCount(count) != 1 || first + count > id.width()) {
      throw new IllegalArgumentException(first + "+" + count + " is no subtree of " + id.path());
    }
    return new TreeHash().fold(bytes, first, count);
  }

  /** The same tile when it was {@code width} wide: its first hashes. */
  public Tile prefix(int width) {
    TileId narrow = new TileId(id.level(), id.index(), width);
    if (width > id.width()) {
      throw new IllegalArgumentException(id.path() + " is not " + width + " wide");
    }
    return new Tile(narrow, Arrays.copyOf(bytes, width * Digest.LENGTH));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tile that && id.equals(that.id) && Arrays.equals(bytes, that.bytes);
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
