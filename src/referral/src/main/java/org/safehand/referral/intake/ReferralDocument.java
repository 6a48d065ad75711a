package org.safehand.referral.intake;

import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.content.ReferralContent;
import org.safehand.referral.document.Faults;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.Refusal;

/**
 * The JSON document of a referral: what the API takes, what is stored, and {@code referral.json} of
 * the case file are this one form.
 */
public final class ReferralDocument {
  private ReferralDocument() {}

  /** The content that {@code document} says, or a refusal that points at every field at fault. */
  public static Outcome<ReferralContent> read(JsonObject document) {
    Faults faults = new Faults();
    ReferralShape.REFERRAL.check(document, "", faults);
    if (!faults.found().isEmpty()) {
      return Outcome.refused(Refusal.of(faults.found()));
    }
    try {
      ContentRules.check(document, faults);
      return faults.found().isEmpty()
          ? Outcome.done(ContentReader.content(document))
          : Outcome.refused(Refusal.of(faults.found()));
    } catch (JsonException e) {
      throw new IllegalStateException("the shape let through what the reader does not know", e);
    }
  }

  /** The document that says {@code content}; reading it gives an equal content. */
  public static JsonObject write(ReferralContent content) {
    return ContentWriter.content(content);
  }
}
