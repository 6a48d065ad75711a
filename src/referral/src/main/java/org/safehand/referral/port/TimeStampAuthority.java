package org.safehand.referral.port;

import org.safehand.custody.digest.Digest;
import org.safehand.custody.timestamp.TimeStampToken;
import org.safehand.referral.fault.TimeStampUnavailableException;

/**
 * An outside service that says when a digest existed (RFC 3161). Never called within a unit of
 * work.
 */
public interface TimeStampAuthority {
  /**
   * A token over {@code digest}.
   *
   * @throws TimeStampUnavailableException if the authority did not answer, or not with a token over
   *     this digest
   */
  TimeStampToken stamp(Digest digest) throws TimeStampUnavailableException;
}
