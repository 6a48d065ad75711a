package org.safehand.packaging.vectors.archive;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.safehand.custody.digest.HashAlgorithm;
import org.safehand.packaging.sample.SamplePackage;
import org.safehand.packaging.vectors.fixed.FixedArchivePki;
import org.safehand.packaging.vectors.fixed.FixedHotline;
import org.safehand.packaging.vectors.fixed.FixedPackages;
import org.safehand.packaging.vectors.fixed.FixedPki;

/** The packages whose changes the vectors of the kind are, and which are kept beside them. */
public final class FixedArchives {
  /** What is archived together with the package {@code p256}, that first. */
  static final List<String> TOGETHER =
      List.of("p256", "p256-other", "p384", "rsa-3072", "p256-no-exhibits");

  /** Under one time-stamp, in that order. */
  static final List<FixedArchive> STAMPED_TOGETHER =
      FixedArchive.archived(
          FixedArchivePki.FIRST,
          FixedArchivePki.ARCHIVED,
          TOGETHER.stream().map(name -> FixedArchive.of(FixedPackages.all().get(name))).toList());

  /** The package {@code p256}, archived. */
  static final FixedArchive ARCHIVED = STAMPED_TOGETHER.get(0);

  /** That, renewed by another authority, and later under SHA-512 by a third. */
  static final FixedArchive REHASHED =
      ARCHIVED
          .renewed(FixedArchivePki.SECOND, FixedArchivePki.RENEWED)
          .rehashed(FixedArchivePki.THIRD, FixedArchivePki.REHASHED, HashAlgorithm.SHA_512);

  /** Sealed and stamped under certificates that ended soon after. */
  static final FixedArchive SHORT =
      FixedArchive.of(
          pack(
              "short",
              FixedHotline.GOOD
                  .sealer(FixedArchivePki.SHORT_SEAL)
                  .stamper(FixedArchivePki.SHORT_TSA)));

  /** Its seal was stamped by the authority that was withdrawn. */
  static final FixedArchive WITHDRAWN =
      FixedArchive.of(pack("withdrawn", FixedHotline.GOOD.stamper(FixedArchivePki.WITHDRAWN)));

  private FixedArchives() {}

  private static SamplePackage pack(String name, FixedHotline hotline) {
    return hotline
        .open("package " + name)
        .pack(FixedPki.ECDH_P256, FixedPackages.text("synthetic\n"));
  }

  /** Where the package {@code name} is kept. */
  static String file(String name) {
    return "archives/" + name + ".asice";
  }

  /** The kept files by their places. */
  public static Map<String, byte[]> files() {
    Map<String, byte[]> files = new TreeMap<>();
    files.put(file("archived"), ARCHIVED.bytes());
    files.put(file("rehashed"), REHASHED.bytes());
    files.put(file("short"), SHORT.bytes());
    files.put(file("withdrawn"), WITHDRAWN.bytes());
    return files;
  }
}
