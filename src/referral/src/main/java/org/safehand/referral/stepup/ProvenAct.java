package org.safehand.referral.stepup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import org.safehand.custody.digest.Digest;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.StaffNumber;

/**
 * The one act that a step-up is for. An act that differs in any of these is another one.
 *
 * @param person who acts
 * @param operation what they do
 * @param object the id of the referral, dispatch, proposal or agency, or the reference of the case,
 *     that they do it to
 * @param version the revision of it that they have read
 * @param digest of all that the act does: of a release seal and recipients, of a reissue
 *     certificate and reason, of a report what is asked for, of a proposal its change or what is
 *     said to reject it
 */
public record ProvenAct(
    StaffNumber person, Operation operation, String object, long version, Digest digest) {
  /** Refuses nulls. */
  public ProvenAct {
    requireNonNull(person, "person is null");
    requireNonNull(operation, "operation is null");
    requireNonNull(object, "object is null");
    requireNonNull(digest, "digest is null");
  }

  /** An act that says nothing but why: its digest is the SHA-256 of {@code reason} in UTF-8. */
  public static ProvenAct because(
      StaffNumber person, Operation operation, String object, long version, String reason) {
    return new ProvenAct(person, operation, object, version, Digest.of(reason.getBytes(UTF_8)));
  }
}
