package org.safehand.store.document;

import java.util.List;
import java.util.Optional;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.referral.access.Authentication;
import org.safehand.referral.access.Signatory;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.act.Closing;
import org.safehand.referral.act.Endorsement;
import org.safehand.referral.act.Release;
import org.safehand.referral.act.Seal;
import org.safehand.referral.act.Submission;
import org.safehand.referral.id.AgencyId;

/** What people and the gateway did to a referral, as JSON. */
final class ActJson {
  private static final String AT = "at";
  private static final String BY = "by";
  private static final String ENDORSEMENT = "endorsement";
  private static final String HIGH_RISK = "highRisk";
  private static final String RECIPIENTS = "recipients";

  private ActJson() {}

  static JsonObject of(Signatory signatory) {
    Authentication proof = signatory.authentication();
    return JsonObject.builder()
        .put("acr", proof.acr())
        .put("authTime", proof.authTime().toString())
        .put("method", proof.method())
        .put("number", signatory.number().value())
        .put("organisation", signatory.organisation())
        .build();
  }

  static Signatory signatory(JsonObject json) throws JsonException {
    Authentication proof =
        new Authentication(
            json.string("acr"), Spelling.instant(json, "authTime"), json.string("method"));
    return new Signatory(
        new StaffNumber(json.string("number")), json.string("organisation"), proof);
  }

  static JsonObject of(Submission submission) {
    return JsonObject.builder()
        .put(AT, submission.at().toString())
        .put(BY, of(submission.by()))
        .build();
  }

  static Submission submission(JsonObject json) throws JsonException {
    return new Submission(signatory(json.object(BY)), Spelling.instant(json, AT));
  }

  static JsonObject of(Seal seal) {
    return JsonObject.builder()
        .put(AT, seal.timeStampedAt().toString())
        .put("digest", seal.digest().hex())
        .build();
  }

  static Seal seal(JsonObject json) throws JsonException {
    return new Seal(Spelling.digest(json, "digest"), Spelling.instant(json, AT));
  }

  static JsonObject of(Release release) {
    JsonObjectBuilder json =
        JsonObject.builder()
            .put(AT, release.at().toString())
            .put(BY, of(release.by()))
            .put(RECIPIENTS, of(release.recipients()));
    release.endorsement().ifPresent(first -> json.put(ENDORSEMENT, of(first)));
    return json.build();
  }

  static Release release(JsonObject json) throws JsonException {
    return new Release(
        signatory(json.object(BY)),
        Spelling.instant(json, AT),
        agencies(json, RECIPIENTS),
        json.has(ENDORSEMENT)
            ? Optional.of(endorsement(json.object(ENDORSEMENT)))
            : Optional.empty());
  }

  static JsonObject of(Endorsement endorsement) {
    return JsonObject.builder()
        .put(AT, endorsement.at().toString())
        .put(BY, of(endorsement.by()))
        .put(HIGH_RISK, of(endorsement.highRisk()))
        .put(RECIPIENTS, of(endorsement.recipients()))
        .build();
  }

  static Endorsement endorsement(JsonObject json) throws JsonException {
    return new Endorsement(
        signatory(json.object(BY)),
        Spelling.instant(json, AT),
        agencies(json, RECIPIENTS),
        agencies(json, HIGH_RISK));
  }

  private static JsonArray of(List<AgencyId> agencies) {
    return JsonArray.ofStrings(agencies.stream().map(AgencyId::value).toList());
  }

  private static List<AgencyId> agencies(JsonObject json, String name) throws JsonException {
    return json.array(name).strings().stream().map(AgencyId::new).toList();
  }

  static JsonObject of(Closing closing) {
    return JsonObject.builder()
        .put(AT, closing.at().toString())
        .put(BY, of(closing.by()))
        .put("reason", closing.reason())
        .build();
  }

  static Closing closing(JsonObject json) throws JsonException {
    return new Closing(
        signatory(json.object(BY)), Spelling.instant(json, AT), json.string("reason"));
  }
}
