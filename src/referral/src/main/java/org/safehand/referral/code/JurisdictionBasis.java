package org.safehand.referral.code;

/** Why a country has jurisdiction. */
public enum JurisdictionBasis implements Code {
  /** The victim is there. */
  VICTIM,
  /** The suspect is there. */
  SUSPECT,
  /** It is hosted there. */
  HOSTING,
  /** It was uploaded from there. */
  UPLOADER,
  /** The registrar is there. */
  REGISTRAR,
  /** The provider is established there. */
  ESTABLISHMENT
}
