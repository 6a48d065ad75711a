package org.safehand.referral.code;

/** Whether money is made with it. */
public enum Commerciality implements Code {
  /** It is sold. */
  COMMERCIAL,
  /** It is not sold. */
  NON_COMMERCIAL,
  /** Not known. */
  NOT_DETERMINED
}
