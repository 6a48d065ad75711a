package org.safehand.referral.release;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.endpoint.Agency;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.idempotency.RequestKey;
import org.safehand.referral.stepup.ProvenAct;

/**
 * A request to release.
 *
 * @param referral which
 * @param revision what the releaser has read
 * @param sealDigest the seal that they have read
 * @param recipients to whom, by the agencies' names in the registry
 * @param key against repetition
 */
public record ReleaseOrder(
    ReferralId referral,
    long revision,
    Digest sealDigest,
    List<String> recipients,
    RequestKey key) {
  /** Copies the list. */
  public ReleaseOrder {
    requireNonNull(referral, "referral is null");
    requireNonNull(sealDigest, "sealDigest is null");
    recipients = List.copyOf(recipients);
    requireNonNull(key, "key is null");
  }

  /**
   * What {@code person} must have proven themselves for. Its digest is the SHA-256 of the object
   * with the members sealDigest and recipients in JCS (RFC 8785): objects with the members agency
   * and endpoint, in the order of the agencies' names. Where it takes two supervisors it has the
   * member act as well, first or second, so that what one proved for one is none for another.
   *
   * @param agencies the recipients, each with the endpoint that it is sent to
   */
  public ProvenAct binding(StaffNumber person, ReleaseAct act, List<Agency> agencies) {
    return new ProvenAct(
        person, Operation.RELEASE, referral.toString(), revision, digest(act, agencies));
  }

  private Digest digest(ReleaseAct act, List<Agency> agencies) {
    return Digest.of(
        Jcs.write(
            JsonObject.builder()
                .putIfPresent("act", act.wire())
                .put("sealDigest", sealDigest.hex())
                .put(
                    "recipients",
                    JsonArray.of(
                        agencies.stream()
                            .sorted(Comparator.comparing(agency -> agency.id().value()))
                            .map(ReleaseOrder::receiving)
                            .toList()))
                .build()));
  }

  private static JsonObject receiving(Agency agency) {
    return JsonObject.builder()
        .put("agency", agency.id().value())
        .put("endpoint", agency.primary().id())
        .build();
  }
}
