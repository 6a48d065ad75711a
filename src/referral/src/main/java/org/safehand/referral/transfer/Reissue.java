package org.safehand.referral.transfer;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.digest.Digest;
import org.safehand.referral.id.DispatchId;

/**
 * That a dispatch takes the place of another: the same seal to the same endpoint, packaged anew for
 * another certificate.
 *
 * @param supersedes the dispatch in whose place it stands
 * @param sequence counts the dispatches of this referral version for this endpoint; the first is 1
 * @param certificate SHA-256 of the certificate that a supervisor named: no other will do
 */
public record Reissue(DispatchId supersedes, long sequence, Digest certificate) {
  /** Refuses nulls, and a sequence with nothing before it. */
  public Reissue {
    requireNonNull(supersedes, "supersedes is null");
    requireNonNull(certificate, "certificate is null");
    if (sequence < 2) {
      throw new IllegalArgumentException("what supersedes is the second at least");
    }
  }
}
