package org.safehand.packaging.open;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.trust.Trust;
import org.safehand.packaging.asic.AsicContainer;
import org.safehand.packaging.asic.AsicNames;
import org.safehand.packaging.asic.ListedEntry;
import org.safehand.packaging.evidence.RecordVerifier;
import org.safehand.packaging.evidence.VerifiedRecord;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.header.HeaderExhibit;
import org.safehand.packaging.header.HeaderSegment;
import org.safehand.packaging.header.PackageHeader;
import org.safehand.packaging.header.PackageNames;
import org.safehand.packaging.seal.SealVerifier;
import org.safehand.packaging.seal.VerifiedSeal;
import org.safehand.packaging.zip.ContainerBytes;

/** The entries of a package, checked from the outside and ready to be decrypted. */
record SealedEntries(AsicContainer container, VerifiedPackage verified) {
  private static final int MAX_HEADER = 32 * 1024 * 1024;

  SealedEntries {
    requireNonNull(container, "container is null");
    requireNonNull(verified, "verified is null");
  }

  /**
   * Checks the package that {@code bytes} is; they must stay open as long as its entries are used.
   */
  static SealedEntries check(ContainerBytes bytes, Trust trust, OpenWork work)
      throws IOException, PackageException {
    AsicContainer container = AsicContainer.readArchivable(bytes);
    LongConsumer checked = work.watch().checking(bytes.length());
    container.checkContents(work.helpers(), checked);
    Optional<VerifiedRecord> archived = archived(container, trust, checked);
    byte[] manifest = container.manifestXml();
    VerifiedSeal seal = seals(trust, archived).verify(manifest, container.seal());
    if (archived.isPresent() && archived.get().since().isBefore(seal.stamped())) {
      throw new PackageException(
          PackageFault.EVIDENCE_RECORD_OUT_OF_ORDER,
          AsicNames.EVIDENCE_RECORD,
          "archived " + archived.get().since() + ", sealed " + seal.stamped());
    }
    PackageHeader header = header(container);
    requireEntries(container, header);
    return new SealedEntries(
        container,
        new VerifiedPackage(header, Digest.of(manifest), seal, archived, bytes.length()));
  }

  /** What the evidence record proves: one that is there is never passed over. */
  private static Optional<VerifiedRecord> archived(
      AsicContainer container, Trust trust, LongConsumer progress)
      throws IOException, PackageException {
    Optional<byte[]> evidenceRecord = container.evidenceRecord();
    return evidenceRecord.isEmpty()
        ? Optional.empty()
        : Optional.of(new RecordVerifier(container, trust, progress).verify(evidenceRecord.get()));
  }

  private static SealVerifier seals(Trust trust, Optional<VerifiedRecord> archived) {
    SealVerifier seals = new SealVerifier(AsicNames.SEAL, trust);
    return archived.map(VerifiedRecord::since).map(seals::knownSince).orElse(seals);
  }

  private static PackageHeader header(AsicContainer container)
      throws IOException, PackageException {
    try {
      return PackageHeader.read(container.content(PackageNames.HEADER, MAX_HEADER));
    } catch (JsonException e) {
      throw new PackageException(
          PackageFault.HEADER_MALFORMED,
          PackageNames.HEADER + " " + e.pointer(),
          String.valueOf(e.reason()),
          e);
    }
  }

  /** The entries are exactly those that the header calls for, in order, of the stated lengths. */
  private static void requireEntries(AsicContainer container, PackageHeader header)
      throws PackageException {
    List<String> expected = new ArrayList<>();
    expected.add(PackageNames.HEADER);
    expected.add(PackageNames.CASE);
    expected.add(PackageNames.RELEASE);
    for (HeaderExhibit exhibit : header.exhibits()) {
      for (HeaderSegment segment : exhibit.segments()) {
        expected.add(segment.path());
        expected.add(segment.envelope());
      }
    }
    expected.add(PackageNames.OPEN_TXT);
    List<String> found = container.manifest().entries().stream().map(ListedEntry::name).toList();
    if (!found.equals(expected)) {
      throw mismatch("it calls for other entries than there are");
    }
    for (HeaderExhibit exhibit : header.exhibits()) {
      for (HeaderSegment segment : exhibit.segments()) {
        if (container.size(segment.path()) != segment.bytes()) {
          throw mismatch(segment.path() + " has another length");
        }
      }
    }
  }

  static PackageException mismatch(String detail) {
    return new PackageException(PackageFault.HEADER_MISMATCH, PackageNames.HEADER, detail);
  }
}
