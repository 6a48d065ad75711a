package org.safehand.packaging.pack;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.zip.CRC32;
import org.safehand.custody.digest.Digest;
import org.safehand.packaging.zip.StoredEntry;

/** One entry of a package before it is written: its bytes, or where they are stored. */
public sealed interface RecipeEntry {
  /** Its path in the package. */
  String name();

  /** SHA-256 of its content. */
  Digest sha256();

  /** Its place in the container. */
  StoredEntry stored();

  /** An entry small enough to be kept in the recipe. */
  final class Inline implements RecipeEntry {
    private final StoredEntry stored;
    private final byte[] content;
    private final Digest sha256;

    /** The entry {@code name} with a copy of {@code content}. */
    public Inline(String name, byte[] content) {
      this.content = content.clone();
      CRC32 crc = new CRC32();
      crc.update(this.content);
      this.stored = new StoredEntry(name, this.content.length, crc.getValue());
      this.sha256 = Digest.of(this.content);
    }

    /** The content, a copy. */
    public byte[] content() {
      return content.clone();
    }

    @Override
    public String name() {
      return stored.name();
    }

    @Override
    public Digest sha256() {
      return sha256;
    }

    @Override
    public StoredEntry stored() {
      return stored;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Inline that
          && name().equals(that.name())
          && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
      return sha256.hashCode();
    }

    @Override
    public String toString() {
      return "Inline[" + stored.name() + ", " + stored.size() + " bytes]";
    }
  }

  /**
   * The ciphertext of one stored segment.
   *
   * @param stored name, size and CRC-32
   * @param reference where a {@link SegmentSource} finds it; opaque here
   * @param sha256 SHA-256 of the ciphertext, as computed at intake
   */
  record Segment(StoredEntry stored, String reference, Digest sha256) implements RecipeEntry {
    /** Checks that nothing is missing. */
    public Segment {
      requireNonNull(stored, "stored is null");
      requireNonNull(reference, "reference is null");
      requireNonNull(sha256, "sha256 is null");
    }

    @Override
    public String name() {
      return stored.name();
    }
  }
}
