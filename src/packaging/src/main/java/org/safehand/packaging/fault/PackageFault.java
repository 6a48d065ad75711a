package org.safehand.packaging.fault;

/** Why a package is refused; the codes are stable. */
public enum PackageFault {
  /** The file is not the one encoding of its entries as a container. */
  CONTAINER_MALFORMED("container-malformed"),
  /** An entry whose name is not canonical, or is there twice. */
  ENTRY_NAME_REFUSED("entry-name-refused"),
  /** An entry whose content has another CRC-32 than its headers say. */
  ENTRY_CRC_MISMATCH("entry-crc-mismatch"),
  /** An entry that must be there, or that the manifest lists, is not. */
  ENTRY_MISSING("entry-missing"),
  /** An entry that the manifest does not list. */
  ENTRY_UNLISTED("entry-unlisted"),
  /** An entry that stands elsewhere than the manifest lists it. */
  ENTRY_OUT_OF_ORDER("entry-out-of-order"),
  /** An entry whose content is not what was sealed. */
  ENTRY_DIGEST_MISMATCH("entry-digest-mismatch"),
  /** An entry larger than its kind may be. */
  ENTRY_TOO_LARGE("entry-too-large"),
  /** The first entry does not state the media type of ASiC-E. */
  MIMETYPE_WRONG("mimetype-wrong"),
  /** An ASiC manifest that is not in its one form. */
  MANIFEST_MALFORMED("manifest-malformed"),
  /** A seal that is no CMS signature of this profile. */
  SEAL_MALFORMED("seal-malformed"),
  /** A seal that is not the one encoding of what it says. */
  SEAL_NOT_CANONICAL("seal-not-canonical"),
  /** A seal over other bytes than these. */
  SEAL_OVER_OTHER_CONTENT("seal-over-other-content"),
  /** A signature that does not verify with its certificate. */
  SEAL_SIGNATURE_WRONG("seal-signature-wrong"),
  /** A sealer whose key is not in the trust folder, or not for this time. */
  SEALER_NOT_TRUSTED("sealer-not-trusted"),
  /** A certificate without a valid path to a root of the trust folder. */
  CERTIFICATE_PATH_BROKEN("certificate-path-broken"),
  /** A certificate that was not valid at the time of the time-stamp. */
  CERTIFICATE_EXPIRED("certificate-expired"),
  /** A certificate that was revoked. */
  CERTIFICATE_REVOKED("certificate-revoked"),
  /** No valid revocation list for a certificate. */
  REVOCATION_UNKNOWN("revocation-unknown"),
  /** A time-stamp of the seal that is over something else, of a foreign authority, or wrong. */
  SEAL_TIME_STAMP_REFUSED("seal-time-stamp-refused"),
  /** A time-stamp of the seal that is not in its one form. */
  SEAL_TIME_STAMP_NOT_CANONICAL("seal-time-stamp-not-canonical"),
  /** An evidence record that is none of this profile. */
  EVIDENCE_RECORD_MALFORMED("evidence-record-malformed"),
  /** An evidence record that is not the one encoding of what it says. */
  EVIDENCE_RECORD_NOT_CANONICAL("evidence-record-not-canonical"),
  /** An evidence record over other bytes than exactly the entries of this package. */
  EVIDENCE_RECORD_OVER_OTHER_CONTENT("evidence-record-over-other-content"),
  /** A renewal that is not over the archive time-stamps before it. */
  EVIDENCE_RECORD_LINK_BROKEN("evidence-record-link-broken"),
  /** Archive time-stamps that are older than what they are over. */
  EVIDENCE_RECORD_OUT_OF_ORDER("evidence-record-out-of-order"),
  /** An archive time-stamp that is over something else, of a foreign authority, or wrong. */
  ARCHIVE_TIME_STAMP_REFUSED("archive-time-stamp-refused"),
  /** An archive time-stamp that is not in its one form. */
  ARCHIVE_TIME_STAMP_NOT_CANONICAL("archive-time-stamp-not-canonical"),
  /** A package.json that is not canonical or not of this version. */
  HEADER_MALFORMED("header-malformed"),
  /** A package.json that says other than the entries or the case file. */
  HEADER_MISMATCH("header-mismatch"),
  /** An encrypted entry that is no AuthEnvelopedData of this profile. */
  ENVELOPE_MALFORMED("envelope-malformed"),
  /** An encrypted entry that is for another key. */
  ENVELOPE_OTHER_RECIPIENT("envelope-other-recipient"),
  /** An encrypted entry that does not decrypt. */
  ENVELOPE_UNDECRYPTABLE("envelope-undecryptable"),
  /** A case file whose parts are not in their one form or contradict each other. */
  CASE_FILE_MALFORMED("case-file-malformed"),
  /** A case file that is not the one that package.json names. */
  CASE_FILE_MISMATCH("case-file-mismatch"),
  /** A release record that is not in its one form. */
  RELEASE_MALFORMED("release-malformed"),
  /** A release record for another package, case file or header. */
  RELEASE_MISMATCH("release-mismatch"),
  /** A release record for another recipient. */
  RELEASE_OTHER_RECIPIENT("release-other-recipient"),
  /** The event that authorised the transmission is not proven to be in the custody log. */
  CUSTODY_PROOF_WRONG("custody-proof-wrong"),
  /** A decrypted exhibit that is not the one that the sealed manifest names. */
  EXHIBIT_MISMATCH("exhibit-mismatch");

  private final String code;

  PackageFault(String code) {
    this.code = code;
  }

  /** The stable code. */
  public String code() {
    return code;
  }
}
