package org.safehand.packaging.archive;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.security.cert.X509CRL;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.digest.HashAlgorithm;
import org.safehand.custody.timestamp.Imprint;
import org.safehand.custody.timestamp.TimeStampException;
import org.safehand.custody.timestamp.TimeStampToken;
import org.safehand.custody.timestamp.VerifiedTime;
import org.safehand.custody.trust.Trust;
import org.safehand.packaging.evidence.ArchiveStamp;
import org.safehand.packaging.evidence.ArchiveToken;
import org.safehand.packaging.evidence.DataGroup;
import org.safehand.packaging.evidence.EvidenceRecord;
import org.safehand.packaging.evidence.HashPath;
import org.safehand.packaging.evidence.StampChain;
import org.safehand.packaging.validity.CertificatePath;

/**
 * Evidence records of some packages that wait for their one time-stamp (RFC 4998, sections 4.2 and
 * 5.2).
 *
 * <p>A renewal puts the newest revocation lists into the archive time-stamp that it is over, so
 * that they show the authority unrevoked until the renewal, and are covered by it.
 */
public final class PendingArchive {
  /** One package: its leaf, how its path is written, and what becomes of it with a time-stamp. */
  private record Leaf(
      Imprint value,
      Function<List<Imprint>, HashPath> path,
      List<X509CRL> covered,
      Function<ArchiveStamp, EvidenceRecord> completed) {}

  private final List<Leaf> leaves;
  private final HashTree tree;
  private final ListChoice lists;

  private PendingArchive(List<Leaf> leaves, ListChoice lists) {
    this.leaves = List.copyOf(leaves);
    this.tree = HashTree.over(leaves.stream().map(Leaf::value).toList());
    this.lists = requireNonNull(lists, "lists is null");
  }

  /**
   * First evidence records, under SHA-256.
   *
   * @param lists revocation lists for the path of the authority that will stamp
   * @throws ArchiveException if a package has an evidence record
   */
  public static PendingArchive first(List<ArchivablePackage> packages, List<X509CRL> lists)
      throws ArchiveException {
    List<Leaf> leaves = new ArrayList<>();
    for (ArchivablePackage one : packages) {
      one.requireNotArchived();
      leaves.add(
          leaf(
              one.group(),
              List.of(),
              stamp ->
                  new EvidenceRecord(List.of(new StampChain(stamp.algorithm(), List.of(stamp))))));
    }
    return new PendingArchive(leaves, new ListChoice(lists));
  }

  /**
   * Time-stamp renewals: a new archive time-stamp over the newest one, whose authority is about to
   * end. The packages must have the same hash algorithm, which is kept.
   *
   * @param lists revocation lists for the paths of both authorities, the ending and the new one
   * @throws ArchiveException if a package has no evidence record, their algorithms differ, or a
   *     list is missing
   */
  public static PendingArchive timeStampRenewal(
      List<ArchivablePackage> packages, List<X509CRL> lists) throws ArchiveException {
    ListChoice choice = new ListChoice(lists);
    List<Leaf> leaves = new ArrayList<>();
    for (ArchivablePackage one : packages) {
      EvidenceRecord refreshed = refreshed(one, choice);
      ArchiveStamp last = refreshed.last();
      HashAlgorithm algorithm = last.algorithm();
      if (!leaves.isEmpty() && leaves.get(0).value().algorithm() != algorithm) {
        throw new ArchiveException(
            ArchiveFault.HASHES_DIFFER, one.file() + " has " + algorithm + ", others have not");
      }
      Imprint leaf = Imprint.of(algorithm, algorithm.engine().digest(last.token().encoded()));
      leaves.add(
          new Leaf(
              leaf,
              siblings -> HashPath.of(leaf, siblings),
              last.token().lists(),
              refreshed::renewed));
    }
    return new PendingArchive(leaves, choice);
  }

  /**
   * Hash-tree renewals: a new chain under the stronger {@code algorithm} over the data and all that
   * was stamped before. Reads each package once; {@code progress} is told how many bytes were read
   * since it was told last.
   *
   * @param lists as for {@link #timeStampRenewal}
   * @throws ArchiveException if a package has no evidence record, the algorithm is not stronger, or
   *     a list is missing
   */
  public static PendingArchive hashTreeRenewal(
      List<ArchivablePackage> packages,
      HashAlgorithm algorithm,
      List<X509CRL> lists,
      LongConsumer progress)
      throws ArchiveException, IOException {
    ListChoice choice = new ListChoice(lists);
    List<Leaf> leaves = new ArrayList<>();
    for (ArchivablePackage one : packages) {
      EvidenceRecord refreshed = refreshed(one, choice);
      if (algorithm.compareTo(refreshed.last().algorithm()) <= 0) {
        throw new ArchiveException(
            ArchiveFault.HASH_NOT_STRONGER,
            algorithm + " after " + refreshed.last().algorithm() + " in " + one.file());
      }
      DataGroup group =
          one.group(algorithm, progress).after(refreshed.sequence(refreshed.chains().size()));
      leaves.add(leaf(group, refreshed.last().token().lists(), refreshed::rehashed));
    }
    return new PendingArchive(leaves, choice);
  }

  private static Leaf leaf(
      DataGroup group, List<X509CRL> covered, Function<ArchiveStamp, EvidenceRecord> completed) {
    return new Leaf(group.node(), siblings -> HashPath.of(group, siblings), covered, completed);
  }

  private static EvidenceRecord refreshed(ArchivablePackage one, ListChoice choice)
      throws ArchiveException {
    EvidenceRecord current = one.evidenceRecord();
    return current.withLast(choice.refreshed(current.last().token()));
  }

  /** What the token must be over: the root of the hash tree. */
  public Imprint imprint() {
    return tree.root();
  }

  /**
   * The finished records, in the order of the packages. That each of them holds is known once the
   * package with it was verified.
   *
   * @throws ArchiveException if {@code trust} does not take {@code token} for one over {@link
   *     #imprint}, or a revocation list ends before its time
   */
  public List<EvidenceRecord> complete(TimeStampToken token, Trust trust) throws ArchiveException {
    try {
      VerifiedTime stamped = token.verify(imprint(), trust);
      CertificatePath path =
          CertificatePath.find(stamped.authority(), trust.tsaCa())
              .orElseThrow(() -> unfit("no path to a root of the trust folder", null));
      ArchiveToken whole = ArchiveToken.of(token, path, lists.of(path.issuers()));
      ListChoice.requireReaching(whole.lists(), stamped.time());
      List<EvidenceRecord> records = new ArrayList<>();
      for (Leaf leaf : leaves) {
        ListChoice.requireReaching(leaf.covered(), stamped.time());
        HashPath way = leaf.path().apply(tree.siblings(leaf.value()));
        records.add(leaf.completed().apply(new ArchiveStamp(imprint().algorithm(), way, whole)));
      }
      return records;
    } catch (TimeStampException e) {
      throw unfit(String.valueOf(e.getMessage()), e);
    }
  }

  private static ArchiveException unfit(String detail, @Nullable Throwable cause) {
    return new ArchiveException(ArchiveFault.ARCHIVE_TOKEN_UNFIT, detail, cause);
  }
}
