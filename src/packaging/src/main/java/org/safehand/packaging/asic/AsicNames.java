package org.safehand.packaging.asic;

/** The entries that every container of this format has. */
public final class AsicNames {
  /** First entry: the media type (EN 319 162-1, A.1). */
  public static final String MIMETYPE = "mimetype";

  /** Content of {@link #MIMETYPE}. */
  public static final String ASIC_E = "application/vnd.etsi.asic-e+zip";

  /** The list of every other entry with its SHA-256. */
  public static final String MANIFEST = "META-INF/ASiCManifest001.xml";

  /** The seal over {@link #MANIFEST}, last entry unless the container was archived. */
  public static final String SEAL = "META-INF/signature001.p7s";

  /** What the evidence record is over (EN 319 162-1, A.4); added by archiving, after the seal. */
  public static final String EVIDENCE_MANIFEST = "META-INF/ASiCEvidenceRecordManifest001.xml";

  /** The evidence record (RFC 4998); added by archiving, last entry. */
  public static final String EVIDENCE_RECORD = "META-INF/evidencerecord001.ers";

  private AsicNames() {}
}
