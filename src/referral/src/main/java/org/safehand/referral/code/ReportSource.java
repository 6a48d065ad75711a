package org.safehand.referral.code;

/** Where the hotline has the report from. */
public enum ReportSource implements Code {
  /** A member of the public. */
  PUBLIC,
  /** Another hotline. */
  HOTLINE,
  /** Police. */
  POLICE,
  /** A provider of services. */
  SERVICE_PROVIDER,
  /** Found by the hotline. */
  PROACTIVE,
  /** A child. */
  CHILD,
  /** The hotlines' exchange. */
  ICCAM
}
