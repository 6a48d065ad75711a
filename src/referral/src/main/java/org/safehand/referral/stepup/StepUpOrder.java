package org.safehand.referral.stepup;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.digest.Digest;
import org.safehand.referral.access.Operation;

/**
 * A request to prove oneself for an act.
 *
 * @param operation what is to be done
 * @param object the id of the referral, dispatch, proposal or agency, or the reference of the case,
 *     that it is to be done to
 * @param version the revision of it that was read
 * @param digest of all that the act does: of a release seal and recipients, of a reissue
 *     certificate and reason, of a report what is asked for, of a proposal its change or what is
 *     said to reject it
 */
public record StepUpOrder(Operation operation, String object, long version, Digest digest) {
  /** Refuses nulls. */
  public StepUpOrder {
    requireNonNull(operation, "operation is null");
    requireNonNull(object, "object is null");
    requireNonNull(digest, "digest is null");
  }
}
