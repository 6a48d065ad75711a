package org.safehand.packaging.vectors.archive;

import static org.safehand.packaging.vectors.archive.FixedArchives.ARCHIVED;
import static org.safehand.packaging.vectors.archive.FixedArchives.WITHDRAWN;

import java.time.Instant;
import org.safehand.custody.digest.HashAlgorithm;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.vectors.fixed.FixedArchivePki;
import org.safehand.packaging.vectors.fixed.FixedPackages;
import org.safehand.packaging.vectors.splice.Target;

/**
 * Packages of which nothing shows that they are older than the moment from which on an authority is
 * not believed: whoever has its key can date anything back.
 */
final class WithdrawnForgeries {
  private static final PackageFault SEAL = PackageFault.SEAL_TIME_STAMP_REFUSED;
  private static final PackageFault STAMP = PackageFault.ARCHIVE_TIME_STAMP_REFUSED;
  private static final Instant WITHDRAWAL = FixedArchivePki.WITHDRAWAL;

  private final Target withdrawn;
  private final Target archived;

  /** Changes of the package whose seal the authority stamped, and of another, archived one. */
  WithdrawnForgeries(Target withdrawn, Target archived) {
    this.withdrawn = withdrawn;
    this.archived = archived;
  }

  void make() {
    makeSeals();
    makeArchives();
  }

  private void makeSeals() {
    withdrawn.refuse(
        "withdrawn-not-archived",
        SEAL,
        WITHDRAWN.bytes(),
        "never archived, and the authority of the seal was withdrawn");
    withdrawn.refuse(
        "withdrawn-archived-at-that-moment",
        SEAL,
        WITHDRAWN.archived(FixedArchivePki.FIRST, WITHDRAWAL).bytes(),
        "archived in the second in which the authority of the seal was withdrawn");
    withdrawn.refuse(
        "withdrawn-archived-late",
        SEAL,
        WITHDRAWN.archived(FixedArchivePki.FIRST, FixedArchivePki.RENEWED).bytes(),
        "archived after the authority of the seal was withdrawn");
    withdrawn.refuse(
        "withdrawn-archived-by-itself",
        STAMP,
        WITHDRAWN.archived(FixedArchivePki.WITHDRAWN, FixedArchivePki.ARCHIVED).bytes(),
        "archived by the authority that was withdrawn, and by no other");
  }

  private void makeArchives() {
    FixedArchive by =
        FixedArchive.of(FixedPackages.TWO)
            .archived(FixedArchivePki.WITHDRAWN, FixedArchivePki.ARCHIVED);
    archived.refuse(
        "archiving-withdrawn-not-renewed",
        STAMP,
        by.bytes(),
        "archived by an authority that was withdrawn, and not renewed");
    archived.refuse(
        "archiving-withdrawn-renewed-at-that-moment",
        STAMP,
        by.renewed(FixedArchivePki.FIRST, WITHDRAWAL).bytes(),
        "renewed in the second in which the authority of the archive was withdrawn");
    archived.refuse(
        "archiving-withdrawn-renewed-late",
        STAMP,
        by.renewed(FixedArchivePki.SECOND, FixedArchivePki.RENEWED).bytes(),
        "renewed after the authority of the archive was withdrawn");
    archived.refuse(
        "archiving-withdrawn-renewed-by-itself",
        STAMP,
        by.renewed(FixedArchivePki.WITHDRAWN, FixedArchivePki.ARCHIVED.plusSeconds(1)).bytes(),
        "renewed by the authority that was withdrawn, and by no other");
    archived.refuse(
        "archiving-withdrawn-rehashed-late",
        STAMP,
        by.rehashed(FixedArchivePki.SECOND, FixedArchivePki.RENEWED, HashAlgorithm.SHA_512).bytes(),
        "a new hash tree after the authority of the archive was withdrawn");
    archived.refuse(
        "renewing-withdrawn",
        STAMP,
        ARCHIVED
            .renewed(FixedArchivePki.WITHDRAWN, FixedArchivePki.ARCHIVED.plusSeconds(1))
            .bytes(),
        "renewed by an authority that was withdrawn, though archived by a good one");
  }
}
