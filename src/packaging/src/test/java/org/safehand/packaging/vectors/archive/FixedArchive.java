package org.safehand.packaging.vectors.archive;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.digest.HashAlgorithm;
import org.safehand.custody.encoding.UtcText;
import org.safehand.packaging.archive.ArchiveException;
import org.safehand.packaging.sample.SamplePackage;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.aged.Archivist;
import org.safehand.packaging.vectors.fixed.FixedArchivePki;
import org.safehand.packaging.vectors.fixed.FixedPki;

/** A package and what was done to it over the years, by the product; the same in every run. */
final class FixedArchive {
  private static final Archivist ARCHIVIST =
      new Archivist(scratch(), FixedPki.trustAtFirst(), new FixedArchivePki());

  private final Digest digest;
  private final byte[] bytes;
  private final List<String> stamps;

  private FixedArchive(Digest digest, byte[] bytes, List<String> stamps) {
    this.digest = requireNonNull(digest, "digest is null");
    this.bytes = bytes.clone();
    this.stamps = List.copyOf(stamps);
  }

  /** {@code sample}, not archived yet. */
  static FixedArchive of(SamplePackage sample) {
    return new FixedArchive(sample.recipe().packageDigest(), sample.bytes(), List.of());
  }

  private static Path scratch() {
    try {
      Path folder = Files.createTempDirectory("archive");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The package digest, which archiving does not change. */
  Digest digest() {
    return digest;
  }

  /** The whole file. */
  byte[] bytes() {
    return bytes.clone();
  }

  /** A line for each archive time-stamp: time, hash, SHA-256 of the authority's certificate. */
  List<String> stamps() {
    return stamps;
  }

  static String line(Instant time, HashAlgorithm algorithm, Digest authority) {
    return UtcText.seconds(time) + " " + algorithm + " " + authority.hex();
  }

  /** {@code all} with first records under one time-stamp. */
  static List<FixedArchive> archived(TestAuthority tsa, Instant moment, List<FixedArchive> all) {
    try {
      return stamped(
          all, ARCHIVIST.archive(tsa, moment, files(all)), tsa, moment, HashAlgorithm.SHA_256);
    } catch (ArchiveException e) {
      throw new AssertionError(e);
    }
  }

  FixedArchive archived(TestAuthority tsa, Instant moment) {
    return archived(tsa, moment, List.of(this)).get(0);
  }

  /** {@code all} renewed under one time-stamp of {@code algorithm}, which they have. */
  static List<FixedArchive> renewed(
      TestAuthority tsa, Instant moment, HashAlgorithm algorithm, List<FixedArchive> all) {
    try {
      return stamped(all, ARCHIVIST.renew(tsa, moment, files(all)), tsa, moment, algorithm);
    } catch (ArchiveException e) {
      throw new AssertionError(e);
    }
  }

  /** Renewed under SHA-256. */
  FixedArchive renewed(TestAuthority tsa, Instant moment) {
    return renewed(tsa, moment, HashAlgorithm.SHA_256, List.of(this)).get(0);
  }

  /** With a new chain under {@code algorithm}. */
  FixedArchive rehashed(TestAuthority tsa, Instant moment, HashAlgorithm algorithm) {
    try {
      byte[] file = ARCHIVIST.rehash(tsa, moment, algorithm, bytes);
      return stamped(List.of(this), List.of(file), tsa, moment, algorithm).get(0);
    } catch (ArchiveException e) {
      throw new AssertionError(e);
    }
  }

  private static List<byte[]> files(List<FixedArchive> all) {
    return all.stream().map(FixedArchive::bytes).toList();
  }

  private static List<FixedArchive> stamped(
      List<FixedArchive> all,
      List<byte[]> files,
      TestAuthority tsa,
      Instant moment,
      HashAlgorithm algorithm) {
    List<FixedArchive> later = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      List<String> stamps = new ArrayList<>(all.get(i).stamps);
      stamps.add(line(moment, algorithm, tsa.fingerprint()));
      later.add(new FixedArchive(all.get(i).digest, files.get(i), stamps));
    }
    return later;
  }
}
