package org.safehand.referral.code;

/**
 * What kind of incident is referred; neutral names, mapped to other systems' wording on export
 * only.
 */
public enum IncidentType implements Code {
  /** Possession, making or distribution of material. */
  MATERIAL,
  /** Trafficking. */
  TRAFFICKING,
  /** Travel with intent. */
  TRAVEL,
  /** An offence in person. */
  CONTACT_OFFENCE,
  /** A domain name that misleads. */
  MISLEADING_DOMAIN,
  /** Words or images that mislead. */
  MISLEADING_CONTENT,
  /** Enticement online. */
  ONLINE_ENTICEMENT,
  /** Material sent unasked. */
  UNSOLICITED_MATERIAL
}
