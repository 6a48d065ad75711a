package org.safehand.packaging.open;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.trust.Trust;
import org.safehand.packaging.asic.AsicContainer;
import org.safehand.packaging.asic.ListedEntry;
import org.safehand.packaging.casefile.CaseFileVerifier;
import org.safehand.packaging.casefile.SealedCaseFile;
import org.safehand.packaging.casefile.VerifiedCaseFile;
import org.safehand.packaging.envelope.Envelope;
import org.safehand.packaging.evidence.VerifiedRecord;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.header.HeaderExhibit;
import org.safehand.packaging.header.HeaderRecipient;
import org.safehand.packaging.header.PackageHeader;
import org.safehand.packaging.header.PackageNames;
import org.safehand.packaging.manifest.CaseManifest;
import org.safehand.packaging.manifest.ExhibitRecord;
import org.safehand.packaging.manifest.SegmentRecord;
import org.safehand.packaging.recipient.RecipientKey;
import org.safehand.packaging.release.ReleaseRecord;
import org.safehand.packaging.release.ReleaseVerifier;

/** Decrypts release record and case file and checks them, with the outside and with each other. */
final class SealedContent {
  private static final int MAX_RELEASE = 1024 * 1024;

  /** A case file in its envelope. */
  private static final int MAX_CASE = SealedCaseFile.MAX_BYTES + 64 * 1024;

  private final RecipientKey key;
  private final Trust trust;
  private final AsicContainer container;
  private final VerifiedPackage verified;

  SealedContent(RecipientKey key, Trust trust, SealedEntries entries) {
    this.key = requireNonNull(key, "key is null");
    this.trust = requireNonNull(trust, "trust is null");
    this.container = entries.container();
    this.verified = entries.verified();
  }

  OpenedPackage check() throws IOException, PackageException {
    ReleaseRecord release = release();
    byte[] bytes = decrypted(PackageNames.CASE, MAX_CASE);
    VerifiedCaseFile caseFile = caseFiles().verify(bytes);
    requireCase(caseFile);
    requireSegments(caseFile.manifest());
    return new OpenedPackage(verified, release, caseFile, SealedCaseFile.ofBytes(bytes));
  }

  private CaseFileVerifier caseFiles() {
    CaseFileVerifier caseFiles = new CaseFileVerifier(PackageNames.CASE, trust);
    return verified
        .archived()
        .map(VerifiedRecord::since)
        .map(caseFiles::knownSince)
        .orElse(caseFiles);
  }

  private ReleaseRecord release() throws IOException, PackageException {
    PackageHeader header = verified.header();
    ReleaseRecord release =
        new ReleaseVerifier(PackageNames.RELEASE, trust)
            .verify(
                decrypted(PackageNames.RELEASE, MAX_RELEASE),
                verified.seal(),
                header,
                key.certificate().sha256());
    if (!header.recipient().equals(HeaderRecipient.of(key.certificate()))) {
      throw SealedEntries.mismatch("it names another recipient than the release record");
    }
    return release;
  }

  /** It is the case file that the header names, of whoever sealed the package. */
  private void requireCase(VerifiedCaseFile caseFile) throws PackageException {
    CaseManifest manifest = caseFile.manifest();
    PackageHeader header = verified.header();
    if (!manifest.sealDigest().equals(header.sealDigest())) {
      throw otherCase("its seal digest is " + manifest.sealDigest());
    }
    if (!caseFile.seal().organisation().equals(verified.seal().organisation())) {
      throw otherCase("it was sealed by " + caseFile.seal().organisation());
    }
    if (!manifest.referral().equals(header.referral())) {
      throw SealedEntries.mismatch("it names another referral than the case file");
    }
    List<HeaderExhibit> exhibits = manifest.exhibits().stream().map(HeaderExhibit::of).toList();
    if (!exhibits.equals(header.exhibits())) {
      throw SealedEntries.mismatch("it lists other exhibits than the case file");
    }
  }

  /** Each ciphertext is the one that was taken in: the case file's manifest names its digest. */
  private void requireSegments(CaseManifest manifest) throws PackageException {
    Iterator<ListedEntry> ciphertexts =
        container.manifest().entries().stream()
            .filter(entry -> entry.name().startsWith(PackageNames.EXHIBITS))
            .filter(entry -> entry.name().endsWith(".bin"))
            .iterator();
    for (ExhibitRecord exhibit : manifest.exhibits()) {
      for (SegmentRecord segment : exhibit.segments()) {
        ListedEntry entry = ciphertexts.next();
        Digest sealed = segment.ciphertextSha256();
        if (!entry.sha256().equals(sealed)) {
          throw new PackageException(
              PackageFault.EXHIBIT_MISMATCH,
              entry.name(),
              "the ciphertext is not the one of " + sealed + " that was taken in");
        }
      }
    }
  }

  private byte[] decrypted(String name, int limit) throws IOException, PackageException {
    return Envelope.read(name, container.content(name, limit)).open(key);
  }

  private static PackageException otherCase(String detail) {
    return new PackageException(PackageFault.CASE_FILE_MISMATCH, PackageNames.CASE, detail);
  }
}
