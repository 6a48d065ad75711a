package org.safehand.referral.enrolment;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.referral.document.Faults;
import org.safehand.referral.document.ObjectShape;
import org.safehand.referral.document.TextShape;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.registry.AgencyJson;

/**
 * A request to challenge a key.
 *
 * @param agency in whose name it is to be registered
 * @param certificate that of the key
 */
public record ChallengeOrder(AgencyId agency, RecipientCertificate certificate) {
  private static final ObjectShape SHAPE =
      ObjectShape.empty()
          .must("agency", TextShape.agency())
          .must("certificate", AgencyJson.RECIPIENT);

  /** Refuses nulls. */
  public ChallengeOrder {
    requireNonNull(agency, "agency is null");
    requireNonNull(certificate, "certificate is null");
  }

  /** The order that {@code document} says, or a refusal that points at every field at fault. */
  public static Outcome<ChallengeOrder> read(JsonObject document) {
    Faults faults = new Faults();
    SHAPE.check(document, "", faults);
    try {
      return faults.found().isEmpty()
          ? Outcome.done(
              new ChallengeOrder(
                  new AgencyId(document.string("agency")),
                  AgencyJson.recipient(document.string("certificate"))))
          : Outcome.refused(Refusal.of(faults.found()));
    } catch (JsonException e) {
      throw new IllegalStateException("the shape let through what the reader does not know", e);
    }
  }
}
