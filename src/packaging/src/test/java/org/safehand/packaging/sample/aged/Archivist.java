package org.safehand.packaging.sample.aged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.safehand.custody.digest.HashAlgorithm;
import org.safehand.custody.timestamp.Imprint;
import org.safehand.custody.timestamp.TimeStampToken;
import org.safehand.custody.trust.Trust;
import org.safehand.packaging.archive.ArchivablePackage;
import org.safehand.packaging.archive.ArchiveException;
import org.safehand.packaging.archive.PendingArchive;
import org.safehand.packaging.evidence.EvidenceRecord;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.open.OpenWork;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestTsa;

/** Archives packages in a folder, and renews what it archived, at any time in history. */
public final class Archivist {
  /** Begins with packages; what it gives is to be stamped. */
  @FunctionalInterface
  interface Beginning {
    PendingArchive of(List<ArchivablePackage> packages) throws ArchiveException, IOException;
  }

  /** Where time-stamps and revocation lists come from. */
  public interface Source {
    /** A token of {@code tsa} over {@code imprint} that says {@code moment}. */
    TimeStampToken stamp(TestAuthority tsa, Imprint imprint, Instant moment);

    /** The revocation lists of all issuers of time-stamps, as they were at {@code moment}. */
    List<X509CRL> lists(Instant moment);
  }

  /** The authorities of {@link AgedPki}. */
  private static final Source AGED =
      new Source() {
        @Override
        public TimeStampToken stamp(TestAuthority tsa, Imprint imprint, Instant moment) {
          return new TestTsa(tsa).stamp(imprint, moment);
        }

        @Override
        public List<X509CRL> lists(Instant moment) {
          return AgedPki.lists(moment);
        }
      };

  private final Path folder;
  private final Trust trust;
  private final Source source;

  /** Works in {@code folder} and believes {@code trust}. */
  public Archivist(Path folder, Trust trust) {
    this(folder, trust, AGED);
  }

  /** The same with what {@code source} gives. */
  public Archivist(Path folder, Trust trust, Source source) {
    this.folder = folder;
    this.trust = trust;
    this.source = source;
  }

  /** {@code files} with first evidence records by {@code tsa} at {@code moment}. */
  public List<byte[]> archive(TestAuthority tsa, Instant moment, List<byte[]> files)
      throws ArchiveException {
    List<X509CRL> lists = source.lists(moment);
    return stamped(tsa, moment, files, packages -> PendingArchive.first(packages, lists));
  }

  /** The same for one file with these lists at hand. */
  public byte[] archive(TestAuthority tsa, Instant moment, List<X509CRL> lists, byte[] file)
      throws ArchiveException {
    return stamped(tsa, moment, List.of(file), packages -> PendingArchive.first(packages, lists))
        .get(0);
  }

  /** The same for one file. */
  public byte[] archive(TestAuthority tsa, Instant moment, byte[] file) throws ArchiveException {
    return archive(tsa, moment, List.of(file)).get(0);
  }

  /** {@code file} with its newest archive time-stamp renewed by {@code tsa} at {@code moment}. */
  public byte[] renew(TestAuthority tsa, Instant moment, byte[] file) throws ArchiveException {
    return renew(tsa, moment, source.lists(moment), file);
  }

  /** The same for several files under one time-stamp. */
  public List<byte[]> renew(TestAuthority tsa, Instant moment, List<byte[]> files)
      throws ArchiveException {
    List<X509CRL> lists = source.lists(moment);
    return stamped(
        tsa, moment, files, packages -> PendingArchive.timeStampRenewal(packages, lists));
  }

  /** The same with these lists at hand. */
  public byte[] renew(TestAuthority tsa, Instant moment, List<X509CRL> lists, byte[] file)
      throws ArchiveException {
    return stamped(
            tsa,
            moment,
            List.of(file),
            packages -> PendingArchive.timeStampRenewal(packages, lists))
        .get(0);
  }

  /** {@code file} with a new chain under {@code algorithm} by {@code tsa} at {@code moment}. */
  public byte[] rehash(TestAuthority tsa, Instant moment, HashAlgorithm algorithm, byte[] file)
      throws ArchiveException {
    List<X509CRL> lists = source.lists(moment);
    return stamped(
            tsa,
            moment,
            List.of(file),
            packages -> PendingArchive.hashTreeRenewal(packages, algorithm, lists, count -> {}))
        .get(0);
  }

  private List<byte[]> stamped(
      TestAuthority tsa, Instant moment, List<byte[]> files, Beginning beginning)
      throws ArchiveException {
    List<Path> written = new ArrayList<>();
    try {
      return stamped(tsa, moment, files, beginning, written);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (PackageException e) {
      throw new IllegalStateException(e);
    } finally {
      written.forEach(Archivist::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<byte[]> stamped(
      TestAuthority tsa,
      Instant moment,
      List<byte[]> files,
      Beginning beginning,
      List<Path> written)
      throws ArchiveException, IOException, PackageException {
    List<ArchivablePackage> packages = new ArrayList<>();
    for (byte[] file : files) {
      Path path = Files.createTempFile(folder, "before", ".asice");
      written.add(path);
      Files.write(path, file);
      packages.add(ArchivablePackage.read(path, trust, OpenWork.ALONE));
    }
    PendingArchive pending = beginning.of(packages);
    List<EvidenceRecord> records =
        pending.complete(source.stamp(tsa, pending.imprint(), moment), trust);
    List<byte[]> archived = new ArrayList<>();
    for (int i = 0; i < packages.size(); i++) {
      Path out = folder.resolve("after-" + packages.get(i).file().getFileName());
      written.add(out);
      packages.get(i).write(records.get(i), out, count -> {});
      archived.add(Files.readAllBytes(out));
    }
    return archived;
  }
}
