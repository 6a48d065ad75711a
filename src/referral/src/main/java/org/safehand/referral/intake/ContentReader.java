package org.safehand.referral.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.code.Code;
import org.safehand.referral.code.Confidence;
import org.safehand.referral.code.IncidentType;
import org.safehand.referral.code.JurisdictionBasis;
import org.safehand.referral.code.ReportSource;
import org.safehand.referral.code.Sharing;
import org.safehand.referral.code.Urgency;
import org.safehand.referral.code.UseCode;
import org.safehand.referral.content.Handling;
import org.safehand.referral.content.Header;
import org.safehand.referral.content.Jurisdiction;
import org.safehand.referral.content.LegalBasis;
import org.safehand.referral.content.Originator;
import org.safehand.referral.content.PoliceMatter;
import org.safehand.referral.content.ReferralContent;
import org.safehand.referral.content.SchemeValue;
import org.safehand.referral.document.TimeShape;
import org.safehand.referral.location.LocationItem;

/** Makes records of a document whose shape and rules hold. */
final class ContentReader {
  private ContentReader() {}

  static ReferralContent content(JsonObject json) throws JsonException {
    List<LocationItem> locations = new ArrayList<>();
    for (JsonObject location : json.array("locations").objects()) {
      locations.add(LocationReader.location(location));
    }
    JsonObject basis = json.object("legalBasis");
    return new ReferralContent(
        header(json.object("header")),
        handling(json.object("handling")),
        new LegalBasis(basis.string("provision"), basis.string("purpose")),
        locations);
  }

  private static Header header(JsonObject json) throws JsonException {
    List<Jurisdiction> jurisdictions = new ArrayList<>();
    for (JsonObject jurisdiction : json.array("jurisdictions").objects()) {
      jurisdictions.add(jurisdiction(jurisdiction));
    }
    JsonObject originator = json.object("originator");
    return new Header(
        json.string("hotlineReference"),
        time(json, "incidentTime"),
        Code.of(IncidentType.values(), json.string("incidentType")),
        Code.of(Urgency.values(), json.string("urgency")),
        json.optionalString("urgencyReason"),
        Code.of(ReportSource.values(), json.string("sourceOfReport")),
        new Originator(
            originator.string("organisation"),
            originator.string("contact"),
            originator.string("phone")),
        jurisdictions,
        json.optionalString("narrative"),
        json.array("languages").strings(),
        knownToPolice(json),
        json.bool("exercise"));
  }

  private static Jurisdiction jurisdiction(JsonObject json) throws JsonException {
    return new Jurisdiction(
        json.string("country"),
        Code.of(JurisdictionBasis.values(), json.string("basis")),
        Code.of(Confidence.values(), json.string("confidence")));
  }

  private static Optional<PoliceMatter> knownToPolice(JsonObject header) throws JsonException {
    if (!header.has("knownToPolice")) {
      return Optional.empty();
    }
    JsonObject json = header.object("knownToPolice");
    return Optional.of(
        new PoliceMatter(
            json.string("agency"), json.string("caseNumber"), json.optionalString("officer")));
  }

  private static Handling handling(JsonObject json) throws JsonException {
    return new Handling(
        Code.of(UseCode.values(), json.string("useCode")),
        json.optionalString("useRestriction"),
        schemeValue(json.object("evaluation")),
        Code.of(Sharing.values(), json.string("sharing")),
        schemeValue(json.object("classification")));
  }

  private static SchemeValue schemeValue(JsonObject json) throws JsonException {
    return new SchemeValue(json.string("scheme"), json.string("value"));
  }

  static Instant time(JsonObject json, String name) throws JsonException {
    return TimeShape.parse(json.string(name)).orElseThrow(() -> json.fault(name, "not a time"));
  }
}
