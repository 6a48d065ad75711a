package org.safehand.bench.exhibit;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import org.safehand.custody.json.JsonObject;
import org.safehand.packaging.manifest.ExhibitRecord;
import org.safehand.packaging.manifest.SegmentRecord;
import org.safehand.packaging.pack.SegmentSource;
import org.safehand.packaging.pack.StoredExhibit;
import org.safehand.packaging.segment.SegmentCipher;
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

  /** A vault in {@code folder}; {@code helpers} encrypts while the next segment is read. */
  public IntakeVault(Path folder, Executor helpers) {
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
            new SegmentBuffers(1),
            new SegmentCipher(random),
            vault,
            keys,
            ids,
            Long.MAX_VALUE,
            helpers);
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
