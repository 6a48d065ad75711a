package org.safehand.packaging.pack;

/** The names of the entries of a package, in the order they stand. */
public final class PackageNames {
  /** First entry: the media type, as EN 319 162-1 A.1 asks. */
  public static final String MIMETYPE = "mimetype";

  /** Content of {@link #MIMETYPE}. */
  public static final String ASIC_E = "application/vnd.etsi.asic-e+zip";

  /** The clear routing header. */
  public static final String HEADER = "package.json";

  /** The encrypted case file. */
  public static final String CASE = "case/case.cms";

  /** The encrypted release record. */
  public static final String RELEASE = "case/release.cms";

  /** The steps by which anyone opens the package with ordinary tools. */
  public static final String OPEN_TXT = "OPEN.txt";

  /** The list of every entry above with its SHA-256. */
  public static final String MANIFEST = "META-INF/ASiCManifest001.xml";

  /** The seal over {@link #MANIFEST}. */
  public static final String SEAL = "META-INF/signature001.p7s";

  private PackageNames() {}

  /** The ciphertext of segment {@code segment} (from 0) of exhibit {@code exhibit} (from 1). */
  public static String ciphertext(int exhibit, int segment) {
    return stem(exhibit, segment) + ".bin";
  }

  /** The envelope that opens {@link #ciphertext}. */
  public static String envelope(int exhibit, int segment) {
    return stem(exhibit, segment) + ".cms";
  }

  private static String stem(int exhibit, int segment) {
    if (exhibit < 1 || exhibit > 9999 || segment < 0 || segment > 99_999) {
      throw new IllegalArgumentException(
          "exhibits are 1 to 9999, segments 0 to 99999, not " + exhibit + ", " + segment);
    }
    return "exhibits/%04d/%05d".formatted(exhibit, segment);
  }
}
