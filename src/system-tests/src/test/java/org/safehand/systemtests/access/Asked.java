package org.safehand.systemtests.access;

/**
 * What is asked for.
 *
 * @param referral its id
 * @param dispatch the id of its dispatch, where there is one, or of a proposal or an opening
 * @param etag of the dispatch or proposal, where there is one, otherwise of the referral
 * @param sealDigest where it is sealed; of a proposal its digest
 */
record Asked(String referral, String dispatch, String etag, String sealDigest) {
  static final Asked NOTHING = new Asked("", "", "", "");
}
