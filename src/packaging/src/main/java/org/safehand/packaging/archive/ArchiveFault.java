package org.safehand.packaging.archive;

/** Why packages cannot be archived, or not now; the codes are stable. */
public enum ArchiveFault {
  /** The package has an evidence record, which is renewed and not made again. */
  ARCHIVED_ALREADY("archived-already"),
  /** The package has no evidence record that could be renewed. */
  NOT_ARCHIVED("not-archived"),
  /** The hash algorithm is not stronger than that of the newest archive time-stamp. */
  HASH_NOT_STRONGER("hash-not-stronger"),
  /** Packages whose newest archive time-stamps have different hash algorithms, renewed together. */
  HASHES_DIFFER("hashes-differ"),
  /** No revocation list of an issuer that reaches the time of the time-stamp. */
  REVOCATION_LIST_MISSING("revocation-list-missing"),
  /** The time-stamp token is malformed, over something else, or of a foreign authority. */
  ARCHIVE_TOKEN_UNFIT("archive-token-unfit");

  private final String code;

  ArchiveFault(String code) {
    this.code = code;
  }

  /** The stable code. */
  public String code() {
    return code;
  }
}
