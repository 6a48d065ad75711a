package org.safehand.systemtests.access;

/**
 * What is asked for.
 *
 * @param referral its id; empty where it is about no case
 * @param caseTag entity tag of the referral
 * @param part the id of what belongs to it, or stands alone: a dispatch, extract, opening, glass,
 *     proposal, shift or challenge, an agency or person
 * @param partTag entity tag of the part, where it has one
 * @param word what the request repeats: the digest of a seal or a proposal, the reference of a case
 */
record Asked(String referral, String caseTag, String part, String partTag, String word) {
  static final Asked NOTHING = part("", "", "");

  /** What is about no case. */
  static Asked part(String id, String tag, String word) {
    return new Asked("", "", id, tag, word);
  }
}
