package org.safehand.systemtests.access;

/**
 * What is asked for.
 *
 * @param referral its id
 * @param dispatch the id of its dispatch, where there is one
 * @param etag of the dispatch, where there is one, otherwise of the referral
 * @param sealDigest where it is sealed
 */
record Asked(String referral, String dispatch, String etag, String sealDigest) {
  static final Asked NOTHING = new Asked("", "", "", "");
}
