package org.safehand.web.view;

import java.util.List;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.act.Closing;
import org.safehand.referral.act.Endorsement;
import org.safehand.referral.act.Release;
import org.safehand.referral.act.Seal;
import org.safehand.referral.act.Submission;
import org.safehand.referral.exhibit.RemovedExhibit;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.intake.ReferralDocument;
import org.safehand.referral.life.DraftReferral;
import org.safehand.referral.life.EndorsedReferral;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.ReferralVersion;
import org.safehand.referral.life.ReleasedReferral;
import org.safehand.referral.life.ReturnedReferral;
import org.safehand.referral.life.SealedReferral;
import org.safehand.referral.life.SealingReferral;
import org.safehand.referral.life.WithdrawnDraft;
import org.safehand.referral.life.WithdrawnReferral;
import org.safehand.referral.query.ReferralSummary;

/** Referrals, whole and as a line of a list. */
public final class ReferralJson {
  private ReferralJson() {}

  /** One line of a list. */
  public static JsonObject line(ReferralSummary summary) {
    return JsonObject.builder()
        .put("id", summary.id().toString())
        .put("reference", summary.reference().value())
        .put("version", summary.version())
        .put("state", summary.state().name())
        .put("incidentType", summary.incidentType().wire())
        .put("urgency", summary.urgency().wire())
        .put("exercise", summary.exercise())
        .put("author", summary.author().value())
        .putIfPresent("endorsedBy", summary.endorser().map(StaffNumber::value))
        .put("created", UtcText.millis(summary.createdAt()))
        .put("exhibits", summary.exhibits())
        .build();
  }

  /** One referral; what the caller may not read was masked before it came here. */
  public static JsonObject whole(Referral referral) {
    return released(referral, List.of());
  }

  /** The same, with those of its recipients that are held back, so that their dispatches wait. */
  public static JsonObject released(Referral referral, List<AgencyId> held) {
    JsonObjectBuilder json = version(referral.version());
    json.put("state", referral.state().name());
    List<RemovedExhibit> removed = referral.version().removed();
    if (!removed.isEmpty()) {
      json.put(
          "removedExhibits", JsonArray.of(removed.stream().map(ExhibitJson::tombstone).toList()));
    }
    acts(json, referral);
    if (!held.isEmpty()) {
      json.put("heldBack", JsonArray.ofStrings(held.stream().map(AgencyId::value).toList()));
    }
    return json.build();
  }

  private static JsonObjectBuilder version(ReferralVersion version) {
    var header = version.content().header();
    return JsonObject.builder()
        .put("id", version.id().toString())
        .put("caseId", version.caseId().toString())
        .put("reference", version.reference().value())
        .put("version", version.number())
        .put("unit", version.unit())
        .put("incidentType", header.incidentType().wire())
        .put("urgency", header.urgency().wire())
        .put("exercise", header.exercise())
        .put("author", version.author().number().value())
        .putIfPresent("assignee", version.assignee().map(StaffNumber::value))
        .put("editors", editors(version))
        .put("created", UtcText.millis(version.createdAt()))
        .put("exhibits", JsonArray.of(version.exhibits().stream().map(ExhibitJson::of).toList()))
        .put("document", ReferralDocument.write(version.content()));
  }

  private static JsonArray editors(ReferralVersion version) {
    return JsonArray.ofStrings(version.editors().stream().map(StaffNumber::value).toList());
  }

  private static void acts(JsonObjectBuilder json, Referral referral) {
    if (referral instanceof SealingReferral sealing) {
      submitted(json, sealing.submission());
    } else if (referral instanceof SealedReferral sealed) {
      sealed(json, sealed.submission(), sealed.seal());
    } else if (referral instanceof EndorsedReferral endorsed) {
      sealed(json, endorsed.submission(), endorsed.seal());
      endorsed(json, endorsed.endorsement());
      json.put("recipients", names(endorsed.endorsement().recipients()));
    } else if (referral instanceof ReleasedReferral released) {
      sealed(json, released.submission(), released.seal());
      released(json, released.release());
    } else if (referral instanceof ReturnedReferral returned) {
      sealed(json, returned.submission(), returned.seal());
      closed(json, returned.closing());
    } else if (referral instanceof WithdrawnReferral withdrawn) {
      sealed(json, withdrawn.submission(), withdrawn.seal());
      closed(json, withdrawn.closing());
    } else if (referral instanceof WithdrawnDraft withdrawn) {
      closed(json, withdrawn.closing());
    } else if (!(referral instanceof DraftReferral)) {
      throw new IllegalStateException("a state that is not shown: " + referral.state());
    }
  }

  private static void submitted(JsonObjectBuilder json, Submission submission) {
    json.put("submitted", UtcText.millis(submission.at()))
        .put("submittedBy", submission.by().number().value());
  }

  private static void sealed(JsonObjectBuilder json, Submission submission, Seal seal) {
    submitted(json, submission);
    json.put("sealDigest", seal.digest().hex()).put("sealed", UtcText.millis(seal.timeStampedAt()));
  }

  private static void released(JsonObjectBuilder json, Release release) {
    json.put("released", UtcText.millis(release.at()))
        .put("releasedBy", release.by().number().value())
        .put("recipients", names(release.recipients()));
    release.endorsement().ifPresent(first -> endorsed(json, first));
  }

  private static void endorsed(JsonObjectBuilder json, Endorsement endorsement) {
    json.put("endorsed", UtcText.millis(endorsement.at()))
        .put("endorsedBy", endorsement.by().number().value())
        .put("highRisk", names(endorsement.highRisk()));
  }

  private static JsonArray names(List<AgencyId> agencies) {
    return JsonArray.ofStrings(agencies.stream().map(AgencyId::value).toList());
  }

  private static void closed(JsonObjectBuilder json, Closing closing) {
    json.put("closed", UtcText.millis(closing.at()))
        .put("closedBy", closing.by().number().value())
        .put("reason", closing.reason());
  }
}
