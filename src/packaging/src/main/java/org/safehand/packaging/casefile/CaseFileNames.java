package org.safehand.packaging.casefile;

import java.util.List;

/** The entries of a case file, in order, beside those that every ASiC-E container has. */
final class CaseFileNames {
  static final String MANIFEST = "manifest.json";
  static final String REFERRAL = "referral.json";
  static final String CUSTODY = "custody.json";
  static final String SUMMARY = "summary.txt";

  /** The exhibits' SHA-256 in the form that {@code sha256sum -c} reads. */
  static final String SUMS = "exhibits.sha256";

  /** All but the manifest, which lists them. */
  static final List<String> LISTED = List.of(REFERRAL, CUSTODY, SUMMARY, SUMS);

  private CaseFileNames() {}
}
