package org.safehand.referral.sealing;

import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.packaging.manifest.ExhibitRecord;
import org.safehand.packaging.manifest.SegmentRecord;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.exhibit.Acquisition;
import org.safehand.referral.exhibit.Exhibit;
import org.safehand.referral.intake.ReferralDocument;
import org.safehand.referral.life.ReferralVersion;
import org.safehand.referral.life.SealingReferral;

/** A referral in the form in which the case file freezes it. */
final class CaseBody {
  private CaseBody() {}

  /** {@code referral.json}: the document, and which version of what it is. */
  static JsonObject referral(SealingReferral referral) {
    ReferralVersion version = referral.version();
    JsonObjectBuilder json =
        JsonObject.builder()
            .put("author", version.author().number().value())
            .put("createdAt", UtcText.millis(version.createdAt()))
            .put(
                "editors",
                JsonArray.ofStrings(version.editors().stream().map(StaffNumber::value).toList()))
            .put("id", version.id().toString())
            .put("reference", version.reference().value())
            .put("submittedAt", UtcText.millis(referral.submission().at()))
            .put("submittedBy", referral.submission().by().number().value())
            .put("unit", version.unit())
            .put("version", version.number());
    ReferralDocument.write(version.content()).members().forEach(json::put);
    return json.build();
  }

  static ExhibitRecord exhibit(Exhibit exhibit) {
    return new ExhibitRecord(
        exhibit.number(),
        exhibit.originalName(),
        exhibit.mediaType().value(),
        exhibit.digest(),
        acquisition(exhibit.acquisition()),
        exhibit.segments().stream().map(segment -> SegmentRecord.of(segment.facts())).toList());
  }

  private static JsonObject acquisition(Acquisition acquisition) {
    return JsonObject.builder()
        .put("completedAt", UtcText.millis(acquisition.completedAt()))
        .put("method", acquisition.method())
        .put("operator", acquisition.operator().value())
        .build();
  }

  /** {@code summary.txt}: for a reader who has nothing but the file. */
  static String summary(SealingReferral referral) {
    ReferralVersion version = referral.version();
    var header = version.content().header();
    StringBuilder text = new StringBuilder();
    if (header.exercise()) {
      text.append("EXERCISE: nothing in this referral is real.\n\n");
    }
    line(text, "Referral", version.reference() + ", version " + version.number());
    line(text, "From", header.originator().organisation() + ", " + header.originator().contact());
    line(text, "Telephone", header.originator().phone());
    line(text, "Urgency", header.urgency().wire());
    line(text, "Incident", header.incidentType().wire());
    line(text, "Incident time", UtcText.millis(header.incidentTime()));
    line(text, "Use code", version.content().handling().useCode().wire());
    line(text, "Sharing", "TLP:" + version.content().handling().sharing().wire());
    line(text, "Legal basis", version.content().legalBasis().provision());
    version
        .content()
        .locations()
        .forEach(location -> line(text, "Location", location.address().defanged()));
    version
        .exhibits()
        .forEach(
            exhibit ->
                line(
                    text,
                    "Exhibit " + exhibit.label(),
                    exhibit.digest().size() + " bytes, SHA-256 " + exhibit.digest().sha256()));
    header.narrative().ifPresent(narrative -> text.append('\n').append(narrative).append('\n'));
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(name).append(": ").append(value).append('\n');
  }
}
