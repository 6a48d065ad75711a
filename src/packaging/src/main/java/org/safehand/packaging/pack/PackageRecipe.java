package org.safehand.packaging.pack;

import static java.util.Objects.checkFromIndexSize;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.JsonException;
import org.safehand.packaging.asic.AsicNames;
import org.safehand.packaging.header.PackageHeader;
import org.safehand.packaging.header.PackageNames;
import org.safehand.packaging.zip.StoredZip;

/**
 * A sealed package, kept as small entries and references to stored segments. Written as often as
 * needed, in whole or in a range, it is the same bytes each time.
 *
 * <p>Memory: the small entries, about 1 KiB a segment; never the segments.
 */
public final class PackageRecipe {
  private final List<RecipeEntry> entries;
  private final StoredZip zip;
  private final Digest packageDigest;

  private PackageRecipe(List<RecipeEntry> entries) {
    this.entries = List.copyOf(entries);
    this.zip = StoredZip.of(this.entries.stream().map(RecipeEntry::stored).toList());
    this.packageDigest =
        this.entries.stream()
            .filter(entry -> entry.name().equals(AsicNames.MANIFEST))
            .map(RecipeEntry::sha256)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("a package has a manifest"));
  }

  /**
   * The recipe of {@code entries} in this order.
   *
   * @throws IllegalArgumentException if two entries have one name, or there is no manifest
   */
  static PackageRecipe of(List<RecipeEntry> entries) {
    requireNonNull(entries, "entries is null");
    return new PackageRecipe(entries);
  }

  /**
   * Reads back what {@link #toBytes} gave.
   *
   * @throws IllegalArgumentException if {@code bytes} is anything else
   */
  public static PackageRecipe fromBytes(byte[] bytes) {
    return new PackageRecipe(RecipeCodec.read(bytes));
  }

  /** The recipe in its one serial form, to be stored. */
  public byte[] toBytes() {
    return RecipeCodec.write(entries);
  }

  /** SHA-256 of {@code META-INF/ASiCManifest001.xml}: names the package for ever. */
  public Digest packageDigest() {
    return packageDigest;
  }

  /**
   * SHA-256 of the certificate that it is encrypted to, as its header says; empty where it has no
   * readable header.
   */
  public Optional<Digest> recipient() {
    return entries.stream()
        .filter(entry -> entry.name().equals(PackageNames.HEADER))
        .findFirst()
        .flatMap(PackageRecipe::header)
        .map(header -> header.recipient().certificateSha256());
  }

  private static Optional<PackageHeader> header(RecipeEntry entry) {
    try {
      return entry instanceof RecipeEntry.Inline inline
          ? Optional.of(PackageHeader.read(inline.content()))
          : Optional.empty();
    } catch (JsonException e) {
      return Optional.empty();
    }
  }

  /** Length of the package in bytes. */
  public long length() {
    return zip.length();
  }

  /** SHA-256 of the whole file as it would be written; reads every segment once. */
  public Digest fileDigest(SegmentSource source) throws IOException {
    MessageDigest sha256 = Digest.sha256();
    writeTo(new DigestOutputStream(OutputStream.nullOutputStream(), sha256), source);
    return Digest.ofBytes(sha256.digest());
  }

  /**
   * Writes the whole package to {@code out}, which is not closed.
   *
   * @throws IOException if {@code out} or {@code source} fails, or a stored segment is not the one
   *     that was sealed (length and CRC-32); what was written is then no package
   */
  public void writeTo(OutputStream out, SegmentSource source) throws IOException {
    writeTo(out, source, 0, length());
  }

  /**
   * Writes {@code count} bytes of the package from byte {@code from} on.
   *
   * @throws IndexOutOfBoundsException if the range leaves the package
   */
  public void writeTo(OutputStream out, SegmentSource source, long from, long count)
      throws IOException {
    checkFromIndexSize(from, count, length());
    RangeWriter range = new RangeWriter(out, from, count);
    for (int i = 0; i < entries.size() && !range.done(); i++) {
      range.write(zip.localHeader(i));
      RecipeEntry entry = entries.get(i);
      if (range.skips(entry.stored().size())) {
        continue;
      }
      if (entry instanceof RecipeEntry.Inline inline) {
        range.write(inline.content());
      } else if (entry instanceof RecipeEntry.Segment segment) {
        try (InputStream in = source.open(segment.reference())) {
          range.copy(in, segment.stored());
        }
      }
    }
    range.write(zip.tail());
  }
}
