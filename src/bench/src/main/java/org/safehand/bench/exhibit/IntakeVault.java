package org.safehand.bench.exhibit;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import javax.crypto.AEADBadTagException;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.JsonObject;
import org.safehand.packaging.manifest.ExhibitRecord;
import org.safehand.packaging.manifest.SegmentRecord;
import org.safehand.packaging.pack.SegmentSource;
import org.safehand.packaging.pack.StoredExhibit;
import org.safehand.packaging.segment.SegmentCipher;
import org.safehand.packaging.segment.SegmentFacts;
import org.safehand.packaging.segment.Tag;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.exhibit.Acquisition;
import org.safehand.referral.exhibit.Exhibit;
import org.safehand.referral.exhibit.MediaType;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.id.Ids;
import org.safehand.referral.id.SegmentId;
import org.safehand.referral.port.CaseKeys;
import org.safehand.referral.port.EvidenceVault;
import org.safehand.referral.port.memory.InMemoryCaseKeys;
import org.safehand.referral.port.memory.InMemoryUnitOfWork;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.stream.EvidenceReader;
import org.safehand.referral.stream.SegmentBuffers;
import org.safehand.referral.stream.SegmentStore;
import org.safehand.referral.stream.StoredStream;
import org.safehand.referral.stream.StreamCheck;
import org.safehand.store.vault.FileEvidenceVault;

/**
 * The gateway's own intake into its own vault of files, with the keys of the one case in memory
 * where the gateway has them in its database.
 */
public final class IntakeVault {
  private final CaseId caseId;
  private final EvidenceVault vault;
  private final CaseKeys keys;
  private final SegmentStore segments;

  /**
   * A vault in {@code folder} that takes one exhibit in at a time; {@code helpers} encrypts while
   * the next segment is read.
   */
  public IntakeVault(Path folder, Executor helpers) {
    this(folder, new SegmentBuffers(1, Duration.ofMinutes(1)), helpers);
  }

  /** A vault in {@code folder} that takes as many in at a time as {@code buffers} lends pairs. */
  public IntakeVault(Path folder, SegmentBuffers buffers, Executor helpers) {
    Clock clock = Clock.systemUTC();
    SecureRandom random = new SecureRandom();
    Ids ids = new Ids(clock, random);
    InMemoryUnitOfWork unit = new InMemoryUnitOfWork();
    this.caseId = ids.caseId();
    this.vault = FileEvidenceVault.in(folder, clock);
    this.keys = new InMemoryCaseKeys(unit);
    unit.run(
        () -> {
          keys.create(caseId);
          return caseId;
        });
    this.segments =
        new SegmentStore(
            buffers,
            new SegmentCipher(random),
            vault,
            keys,
            ids,
            () -> Long.MAX_VALUE,
            helpers,
            clock);
  }

  /** Takes {@code file} in, durably, as exhibit {@code number}. */
  public Exhibit take(SyntheticFile file, int number) throws IOException {
    try (InputStream in = Files.newInputStream(file.path())) {
      StoredStream stored =
          done(
              segments.store(
                  caseId, in, new StreamCheck(OptionalLong.of(file.bytes()), file.sha256())));
      return new Exhibit(
          stored.exhibit(),
          number,
          "synthetic-" + number + ".bin",
          MediaType.accepted("application/octet-stream").orElseThrow(),
          stored.digest(),
          new Acquisition("upload", new StaffNumber("S-1"), Clock.systemUTC().instant()),
          stored.segments());
    }
  }

  /** Removes what was taken in as {@code exhibit}. */
  public void discard(Exhibit exhibit) {
    segments.discard(exhibit.segments());
  }

  /** Reads the ciphertext of {@code exhibits} once, and unwraps their keys. */
  public List<StoredExhibit> open(List<Exhibit> exhibits) {
    return done(new EvidenceReader(vault, keys).open(caseId, exhibits));
  }

  /** Of the plaintext of {@code exhibit}, read and decrypted anew from the vault. */
  public Digest decrypt(Exhibit exhibit) throws IOException {
    MessageDigest sha256 = Digest.sha256();
    byte[] sealed = new byte[SegmentFacts.MAX_BYTES + Tag.LENGTH];
    byte[] plaintext = new byte[SegmentFacts.MAX_BYTES];
    for (StoredExhibit.StoredSegment segment : open(List.of(exhibit)).get(0).segments()) {
      SegmentFacts facts = segment.facts();
      try (InputStream in = source().open(segment.reference())) {
        in.readNBytes(sealed, 0, facts.bytes());
      }
      try {
        SegmentCipher.open(
            segment.key(), facts.nonce(), facts.tag(), sealed, facts.bytes(), plaintext);
      } catch (AEADBadTagException e) {
        throw new IOException("a segment does not decrypt", e);
      }
      sha256.update(plaintext, 0, facts.bytes());
    }
    return Digest.ofBytes(sha256.digest());
  }

  /** The ciphertext. */
  public SegmentSource source() {
    return reference -> vault.open(SegmentId.parse(reference));
  }

  /** What a case file says of {@code exhibit}. */
  public static ExhibitRecord record(Exhibit exhibit) {
    return new ExhibitRecord(
        exhibit.number(),
        exhibit.originalName(),
        exhibit.mediaType().value(),
        exhibit.digest(),
        JsonObject.builder().put("method", exhibit.acquisition().method()).build(),
        exhibit.segments().stream().map(segment -> SegmentRecord.of(segment.facts())).toList());
  }

  private static <T> T done(Outcome<T> outcome) {
    return requireNonNull(
        outcome.fold(
            value -> value,
            refusal -> {
              throw new IllegalStateException(refusal.toString());
            }),
        "nothing was done");
  }
}
