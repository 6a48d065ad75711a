package org.safehand.packaging.pack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.safehand.custody.proof.EventProof;
import org.safehand.packaging.asic.AsicManifest;
import org.safehand.packaging.asic.AsicNames;
import org.safehand.packaging.asic.ListedEntry;
import org.safehand.packaging.casefile.SealedCaseFile;
import org.safehand.packaging.envelope.EnvelopeWriter;
import org.safehand.packaging.header.HeaderExhibit;
import org.safehand.packaging.header.HeaderRecipient;
import org.safehand.packaging.header.PackageHeader;
import org.safehand.packaging.header.PackageNames;
import org.safehand.packaging.header.Routing;
import org.safehand.packaging.manifest.ExhibitRecord;
import org.safehand.packaging.manifest.SegmentRecord;
import org.safehand.packaging.pack.StoredExhibit.StoredSegment;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.packaging.release.Release;
import org.safehand.packaging.release.ReleaseRecord;
import org.safehand.packaging.seal.SealException;
import org.safehand.packaging.seal.SealWriter;
import org.safehand.packaging.zip.StoredEntry;

/**
 * Makes packages in two steps with the custody log between them: {@link #authorise} makes every
 * envelope, so that the log can commit to exactly this package; {@link #seal} adds the release
 * record that proves it did.
 */
public final class PackageAssembler {
  private final SealWriter seals;
  private final EnvelopeWriter envelopes;

  /** Seals with {@code seals}, encrypts with {@code envelopes}. */
  public PackageAssembler(SealWriter seals, EnvelopeWriter envelopes) {
    this.seals = requireNonNull(seals, "seals is null");
    this.envelopes = requireNonNull(envelopes, "envelopes is null");
  }

  /**
   * Everything of a package but its release record and seal. Reads no evidence.
   *
   * @throws IllegalArgumentException if {@code exhibits} are not those of the case file
   */
  public AuthorisedPackage authorise(
      Routing routing,
      SealedCaseFile caseFile,
      RecipientCertificate recipient,
      List<StoredExhibit> exhibits) {
    List<ExhibitRecord> sealed = caseFile.manifest().exhibits();
    requireSame(sealed, exhibits);
    PackageHeader header =
        new PackageHeader(
            routing,
            caseFile.manifest().referral(),
            caseFile.sealDigest(),
            HeaderRecipient.of(recipient),
            sealed.stream().map(HeaderExhibit::of).toList());
    List<RecipeEntry> entries = new ArrayList<>();
    entries.add(new RecipeEntry.Inline(PackageNames.HEADER, header.toBytes()));
    entries.add(
        new RecipeEntry.Inline(PackageNames.CASE, envelopes.attached(recipient, caseFile.bytes())));
    for (StoredExhibit exhibit : exhibits) {
      for (int i = 0; i < exhibit.segments().size(); i++) {
        addSegment(entries, recipient, exhibit.number(), i, exhibit.segments().get(i));
      }
    }
    return new AuthorisedPackage(header, recipient, entries);
  }

  /**
   * Adds the release record and signs; the package is complete once time-stamped.
   *
   * @throws SealException if it cannot be signed
   */
  public PendingPackage seal(
      AuthorisedPackage authorised, Release release, EventProof authorisation)
      throws SealException {
    PackageHeader header = authorised.header();
    ReleaseRecord record = ReleaseRecord.of(header, release, authorisation);
    byte[] signed = seals.signRecord(record.toBytes());
    List<RecipeEntry> entries = new ArrayList<>(authorised.entries());
    entries.add(
        2,
        new RecipeEntry.Inline(
            PackageNames.RELEASE, envelopes.attached(authorised.recipient(), signed)));
    entries.add(
        new RecipeEntry.Inline(PackageNames.OPEN_TXT, OpenText.of(header).getBytes(US_ASCII)));
    byte[] manifest =
        new AsicManifest(
                entries.stream()
                    .map(entry -> new ListedEntry(entry.name(), entry.sha256()))
                    .toList())
            .toXml();
    entries.add(0, new RecipeEntry.Inline(AsicNames.MIMETYPE, AsicNames.ASIC_E.getBytes(US_ASCII)));
    entries.add(new RecipeEntry.Inline(AsicNames.MANIFEST, manifest));
    return new PendingPackage(entries, seals.sign(manifest));
  }

  private void addSegment(
      List<RecipeEntry> entries,
      RecipientCertificate recipient,
      int exhibit,
      int index,
      StoredSegment segment) {
    StoredEntry stored =
        new StoredEntry(
            PackageNames.ciphertext(exhibit, index),
            segment.facts().bytes(),
            segment.facts().crc32());
    entries.add(
        new RecipeEntry.Segment(stored, segment.reference(), segment.facts().ciphertextSha256()));
    entries.add(
        new RecipeEntry.Inline(
            PackageNames.envelope(exhibit, index),
            envelopes.detached(recipient, segment.key(), segment.facts())));
  }

  private static void requireSame(List<ExhibitRecord> sealed, List<StoredExhibit> stored) {
    List<List<SegmentRecord>> expected = sealed.stream().map(ExhibitRecord::segments).toList();
    List<List<SegmentRecord>> found =
        stored.stream()
            .map(
                exhibit ->
                    exhibit.segments().stream()
                        .map(segment -> SegmentRecord.of(segment.facts()))
                        .toList())
            .toList();
    List<Integer> numbers = sealed.stream().map(ExhibitRecord::number).toList();
    if (!found.equals(expected)
        || !numbers.equals(stored.stream().map(StoredExhibit::number).toList())) {
      throw new IllegalArgumentException("the stored exhibits are not those that were sealed");
    }
  }
}
