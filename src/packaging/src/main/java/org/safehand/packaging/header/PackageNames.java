package org.safehand.packaging.header;

import org.safehand.packaging.manifest.ExhibitRecord;

/** The names of the entries of a package that not every ASiC-E has, in the order they stand. */
public final class PackageNames {
  /** The clear routing header. */
  public static final String HEADER = "package.json";

  /** The encrypted case file. */
  public static final String CASE = "case/case.cms";

  /** The encrypted release record. */
  public static final String RELEASE = "case/release.cms";

  /** The steps by which anyone opens the package with ordinary tools. */
  public static final String OPEN_TXT = "OPEN.txt";

  /** The folder of everything that belongs to exhibits. */
  public static final String EXHIBITS = "exhibits/";

  private PackageNames() {}

  /**
   * The ciphertext of segment {@code segment} (from 0) of exhibit {@code exhibit} (from 1), in at
   * least four digits.
   */
  public static String ciphertext(int exhibit, int segment) {
    return stem(exhibit, segment) + ".bin";
  }

  /** The envelope that opens {@link #ciphertext}. */
  public static String envelope(int exhibit, int segment) {
    return stem(exhibit, segment) + ".cms";
  }

  private static String stem(int exhibit, int segment) {
    if (exhibit < 1 || exhibit > ExhibitRecord.MAX_NUMBER || segment < 0 || segment > 99_999) {
      throw new IllegalArgumentException(
          "exhibits are 1 to 99999, segments 0 to 99999, not " + exhibit + ", " + segment);
    }
    return EXHIBITS + "%04d/%05d".formatted(exhibit, segment);
  }
}
