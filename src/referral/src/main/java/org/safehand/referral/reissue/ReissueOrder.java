package org.safehand.referral.reissue;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.idempotency.RequestKey;
import org.safehand.referral.stepup.ProvenAct;

/**
 * A request to reissue.
 *
 * @param dispatch which
 * @param revision what the supervisor has read
 * @param certificate SHA-256 of the certificate that it should now go to
 * @param reason why; no case content
 * @param key against repetition
 */
public record ReissueOrder(
    DispatchId dispatch, long revision, Digest certificate, String reason, RequestKey key) {
  /** Refuses nulls. */
  public ReissueOrder {
    requireNonNull(dispatch, "dispatch is null");
    requireNonNull(certificate, "certificate is null");
    requireNonNull(reason, "reason is null");
    requireNonNull(key, "key is null");
  }

  /**
   * What {@code person} must have proven themselves for. Its digest is the SHA-256 of the object
   * with the members certificate and reason in JCS (RFC 8785).
   */
  public ProvenAct binding(StaffNumber person) {
    return new ProvenAct(person, Operation.REISSUE, dispatch.toString(), revision, digest());
  }

  private Digest digest() {
    return Digest.of(
        Jcs.write(
            JsonObject.builder()
                .put("certificate", certificate.hex())
                .put("reason", reason)
                .build()));
  }
}
