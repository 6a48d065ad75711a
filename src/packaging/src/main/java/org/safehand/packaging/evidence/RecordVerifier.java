package org.safehand.packaging.evidence;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.digest.HashAlgorithm;
import org.safehand.custody.timestamp.Imprint;
import org.safehand.custody.timestamp.VerifiedTime;
import org.safehand.custody.trust.Trust;
import org.safehand.packaging.asic.AsicContainer;
import org.safehand.packaging.asic.AsicNames;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.fault.PackageFault;

/**
 * Checks evidence records offline.
 *
 * <p>Guarantee: exactly the entries of this package, all of them, existed when the first archive
 * time-stamp says, by an authority that the trust folder pins; every authority was valid and
 * unrevoked when the next one took over, and no bit of the record is other than it was made.
 * Against whoever later broke or stole what an earlier time-stamp rests on: that is what renewals
 * are for. Not shown: that the newest archive time-stamp has not worn out today.
 */
public final class RecordVerifier {
  /** A value that an archive time-stamp must be over, in its place in the order of time. */
  private record Stamped(ArchiveStamp stamp, Imprint root) {}

  private final AsicContainer container;
  private final Trust trust;
  private final LongConsumer progress;

  /**
   * Checks the record of {@code container}, whose contents were compared with its manifest. Under
   * another algorithm than SHA-256 they are read once more; {@code progress} is told how many bytes
   * were read since it was told last.
   */
  public RecordVerifier(AsicContainer container, Trust trust, LongConsumer progress) {
    this.container = requireNonNull(container, "container is null");
    this.trust = requireNonNull(trust, "trust is null");
    this.progress = requireNonNull(progress, "progress is null");
  }

  /**
   * What {@code evidenceRecord} proves.
   *
   * @throws PackageException naming the first check that failed
   */
  public VerifiedRecord verify(byte[] evidenceRecord) throws IOException, PackageException {
    List<Stamped> all = new ArrayList<>();
    EvidenceRecord claimed = EvidenceRecord.read(evidenceRecord);
    for (int i = 0; i < claimed.chains().size(); i++) {
      StampChain chain = claimed.chains().get(i);
      DataGroup group = group(chain.algorithm());
      all.add(first(chain.stamps().get(0), i == 0 ? group : group.after(claimed.sequence(i)), i));
      for (int j = 1; j < chain.stamps().size(); j++) {
        all.add(renewal(chain.stamps().get(j), chain.stamps().get(j - 1), all.size() + 1));
      }
    }
    return backwards(all);
  }

  private DataGroup group(HashAlgorithm algorithm) throws IOException {
    return algorithm == HashAlgorithm.SHA_256
        ? DataGroup.of(container.covered())
        : new DataGroup(algorithm, container.imprints(algorithm, progress));
  }

  /** The first of a chain is over the whole group, after a change of algorithm with all before. */
  private static Stamped first(ArchiveStamp stamp, DataGroup group, int chain)
      throws PackageException {
    Optional<Imprint> root = stamp.path().rootAbove(group);
    if (root.isPresent()) {
      return new Stamped(stamp, root.get());
    }
    throw new PackageException(
        chain == 0
            ? PackageFault.EVIDENCE_RECORD_OVER_OTHER_CONTENT
            : PackageFault.EVIDENCE_RECORD_LINK_BROKEN,
        AsicNames.EVIDENCE_RECORD + ", chain " + (chain + 1),
        chain == 0
            ? "it is not over exactly the entries of this package"
            : "it is not over exactly the entries of this package and the chains before it");
  }

  /** RFC 4998, section 5.2: a renewal is over the time-stamp before it. */
  private static Stamped renewal(ArchiveStamp stamp, ArchiveStamp before, int number)
      throws PackageException {
    HashAlgorithm algorithm = stamp.algorithm();
    Imprint leaf = Imprint.of(algorithm, algorithm.engine().digest(before.token().encoded()));
    Optional<Imprint> root = stamp.path().rootAbove(leaf);
    if (root.isPresent() && stamp.token().token().isOver(root.get())) {
      return new Stamped(stamp, root.get());
    }
    throw new PackageException(
        PackageFault.EVIDENCE_RECORD_LINK_BROKEN,
        place(number),
        "it is not over the archive time-stamp before it");
  }

  /** From the newest to the oldest, since what one shows is what the one before it needs. */
  private VerifiedRecord backwards(List<Stamped> all) throws PackageException {
    List<VerifiedStamp> verified = new ArrayList<>();
    @Nullable Instant next = null;
    for (int i = all.size() - 1; i >= 0; i--) {
      ArchiveStamp stamp = all.get(i).stamp();
      VerifiedTime time =
          new StampVerifier(place(i + 1), trust).verify(stamp.token(), all.get(i).root(), next);
      verified.add(0, new VerifiedStamp(time.time(), stamp.algorithm(), time.authority()));
      next = time.time();
    }
    return new VerifiedRecord(verified);
  }

  private static String place(int number) {
    return AsicNames.EVIDENCE_RECORD + ", time-stamp " + number;
  }
}
