package org.safehand.store.document;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.act.Closing;
import org.safehand.referral.act.Seal;
import org.safehand.referral.act.Submission;
import org.safehand.referral.content.ReferralContent;
import org.safehand.referral.exhibit.Exhibit;
import org.safehand.referral.exhibit.RemovedExhibit;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.id.HumanReference;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.intake.ReferralDocument;
import org.safehand.referral.life.DraftReferral;
import org.safehand.referral.life.EndorsedReferral;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.ReferralState;
import org.safehand.referral.life.ReferralVersion;
import org.safehand.referral.life.ReleasedReferral;
import org.safehand.referral.life.ReturnedReferral;
import org.safehand.referral.life.SealedReferral;
import org.safehand.referral.life.SealingReferral;
import org.safehand.referral.life.WithdrawnDraft;
import org.safehand.referral.life.WithdrawnReferral;
import org.safehand.referral.refusal.Done;
import org.safehand.referral.refusal.Outcome;

/** A referral version in its state, without its exhibits, as JSON. */
public final class ReferralJson {
  private static final String CLOSING = "closing";
  private static final String ENDORSEMENT = "endorsement";
  private static final String REMOVED = "removed";
  private static final String RELEASE = "release";
  private static final String SEAL = "seal";
  private static final String SUBMISSION = "submission";

  private ReferralJson() {}

  public static JsonObject of(Referral referral) {
    JsonObjectBuilder json = version(referral.version()).put("state", referral.state().name());
    if (referral instanceof SealingReferral it) {
      json.put(SUBMISSION, ActJson.of(it.submission()));
    } else if (referral instanceof SealedReferral it) {
      sealed(json, it.submission(), it.seal());
    } else if (referral instanceof EndorsedReferral it) {
      sealed(json, it.submission(), it.seal()).put(ENDORSEMENT, ActJson.of(it.endorsement()));
    } else if (referral instanceof ReleasedReferral it) {
      sealed(json, it.submission(), it.seal()).put(RELEASE, ActJson.of(it.release()));
    } else if (referral instanceof ReturnedReferral it) {
      closed(json, it.submission(), it.seal(), it.closing());
    } else if (referral instanceof WithdrawnReferral it) {
      closed(json, it.submission(), it.seal(), it.closing());
    } else if (referral instanceof WithdrawnDraft it) {
      json.put(CLOSING, ActJson.of(it.closing()));
    }
    return json.build();
  }

  private static JsonObjectBuilder sealed(
      JsonObjectBuilder json, Submission submission, Seal seal) {
    return json.put(SUBMISSION, ActJson.of(submission)).put(SEAL, ActJson.of(seal));
  }

  private static void closed(
      JsonObjectBuilder json, Submission submission, Seal seal, Closing closing) {
    sealed(json, submission, seal).put(CLOSING, ActJson.of(closing));
  }

  /**
   * The referral of {@code json}; {@code exhibits} are all it ever had, also what was taken out.
   */
  public static Referral referral(JsonObject json, List<Exhibit> exhibits) throws JsonException {
    ReferralVersion version = version(json, exhibits);
    return switch (Spelling.constant(json, "state", ReferralState.class)) {
      case DRAFT -> new DraftReferral(version);
      case SEALING -> new SealingReferral(version, submission(json));
      case IN_REVIEW -> new SealedReferral(version, submission(json), seal(json));
      case ENDORSED ->
          new EndorsedReferral(
              version, submission(json), seal(json), ActJson.endorsement(json.object(ENDORSEMENT)));
      case RELEASED ->
          new ReleasedReferral(
              version, submission(json), seal(json), ActJson.release(json.object(RELEASE)));
      case RETURNED -> new ReturnedReferral(version, submission(json), seal(json), closing(json));
      case WITHDRAWN -> withdrawn(json, version);
    };
  }

  /** What was never submitted has no seal. */
  private static Referral withdrawn(JsonObject json, ReferralVersion version) throws JsonException {
    return json.has(SUBMISSION)
        ? new WithdrawnReferral(version, submission(json), seal(json), closing(json))
        : new WithdrawnDraft(version, closing(json));
  }

  private static JsonObjectBuilder version(ReferralVersion version) {
    JsonObjectBuilder json = JsonObject.builder();
    if (!version.removed().isEmpty()) {
      json.put(REMOVED, RemovedJson.of(version.removed()));
    }
    return json.putIfPresent("assignee", version.assignee().map(StaffNumber::value))
        .put("author", ActJson.of(version.author()))
        .put("case", version.caseId().toString())
        .put("content", ReferralDocument.write(version.content()))
        .put("createdAt", version.createdAt().toString())
        .put(
            "editors",
            JsonArray.ofStrings(version.editors().stream().map(StaffNumber::value).toList()))
        .put("id", version.id().toString())
        .put("number", version.number())
        .put("reference", version.reference().value())
        .put("revision", version.revision())
        .put("unit", version.unit())
        .put("v", 1);
  }

  private static ReferralVersion version(JsonObject json, List<Exhibit> exhibits)
      throws JsonException {
    if (json.integer("v") != 1) {
      throw json.fault("v", "unknown version");
    }
    SortedSet<StaffNumber> editors = new TreeSet<>();
    for (String editor : json.array("editors").strings()) {
      editors.add(new StaffNumber(editor));
    }
    List<RemovedExhibit> removed = RemovedJson.removed(json, REMOVED, exhibits);
    return new ReferralVersion(
        ReferralId.parse(json.string("id")),
        CaseId.parse(json.string("case")),
        new HumanReference(json.string("reference")),
        Spelling.number(json, "number"),
        json.integer("revision"),
        json.string("unit"),
        ActJson.signatory(json.object("author")),
        editors,
        Spelling.instant(json, "createdAt"),
        content(json.object("content")),
        RemovedJson.present(exhibits, removed),
        removed,
        json.optionalString("assignee").map(StaffNumber::new));
  }

  private static ReferralContent content(JsonObject json) throws JsonException {
    Outcome<ReferralContent> read = ReferralDocument.read(json);
    if (read instanceof Done<ReferralContent> done) {
      return done.value();
    }
    throw json.fault("content", "not the document of a referral");
  }

  private static Submission submission(JsonObject json) throws JsonException {
    return ActJson.submission(json.object(SUBMISSION));
  }

  private static Seal seal(JsonObject json) throws JsonException {
    return ActJson.seal(json.object(SEAL));
  }

  private static Closing closing(JsonObject json) throws JsonException {
    return ActJson.closing(json.object(CLOSING));
  }
}
