package org.safehand.referral.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.packaging.segment.ExhibitDigests;
import org.safehand.packaging.segment.SealedSegment;
import org.safehand.packaging.segment.SegmentCipher;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.content.ReferralContent;
import org.safehand.referral.delivery.DispatchOrder;
import org.safehand.referral.delivery.QueuedDispatch;
import org.safehand.referral.delivery.SendingDispatch;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.exhibit.Acquisition;
import org.safehand.referral.exhibit.Exhibit;
import org.safehand.referral.exhibit.MediaType;
import org.safehand.referral.exhibit.StoredSegment;
import org.safehand.referral.exhibit.WrappedKey;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.id.Ids;
import org.safehand.referral.intake.ReferralDocument;
import org.safehand.referral.life.DraftReferral;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.ReferralVersion;

/** Synthetic referrals. */
public final class Samples {
  public static final Instant MORNING = Instant.parse("2026-11-23T08:00:00.000Z");
  public static final Ids IDS = new Ids(Clock.systemUTC(), new SecureRandom());

  private Samples() {}

  /** A whole document as the API takes it. */
  public static JsonObject document() {
    return document("HL-0001", "U2");
  }

  /** The same of another hotline reference and urgency. */
  public static JsonObject document(String hotlineReference, String urgency) {
    return JsonObject.builder()
        .put("header", header(hotlineReference, urgency))
        .put(
            "handling",
            JsonObject.builder()
                .put("useCode", "H1")
                .put("evaluation", pair("4x4", "B2"))
                .put("sharing", "AMBER+STRICT")
                .put("classification", pair("none", "unclassified"))
                .build())
        .put(
            "legalBasis",
            JsonObject.builder()
                .put("provision", "Example Act, section 1")
                .put("purpose", "referral to police")
                .build())
        .put("locations", JsonArray.of(List.of(location())))
        .build();
  }

  private static JsonObject header(String hotlineReference, String urgency) {
    return JsonObject.builder()
        .put("hotlineReference", hotlineReference)
        .put("incidentTime", "2026-11-20T14:00:00Z")
        .put("incidentType", "misleading-domain")
        .put("urgency", urgency)
        .put("sourceOfReport", "public")
        .put(
            "originator",
            JsonObject.builder()
                .put("organisation", "Example Hotline")
                .put("contact", "Duty desk")
                .put("phone", "+49 30 0000000")
                .build())
        .put(
            "jurisdictions",
            JsonArray.of(
                List.of(
                    JsonObject.builder()
                        .put("country", "NO")
                        .put("basis", "hosting")
                        .put("confidence", "high")
                        .build())))
        .put("narrative", "A synthetic narrative about nothing.")
        .put("languages", JsonArray.ofStrings(List.of("en")))
        .put("exercise", true)
        .build();
  }

  private static JsonObject location() {
    JsonObject trace =
        JsonObject.builder()
            .put("method", "dns")
            .put("time", "2026-11-20T14:05:00Z")
            .put("result", "192.0.2.7")
            .build();
    return JsonObject.builder()
        .put("url", "https://Example.org:443/a?b=c#d")
        .put("observedAt", "2026-11-20T14:01:00Z")
        .put(
            "network",
            JsonObject.builder()
                .put("ip", "192.0.2.7")
                .put("port", 443)
                .put("country", "NO")
                .put("cdn", false)
                .build())
        .put("traces", JsonArray.of(List.of(trace, trace, trace)))
        .put("onlineState", "online")
        .put("siteType", "website")
        .put("commerciality", "not-determined")
        .put("paymentMethods", JsonArray.ofStrings(List.of("card")))
        .build();
  }

  private static JsonObject pair(String scheme, String value) {
    return JsonObject.builder().put("scheme", scheme).put("value", value).build();
  }

  public static ReferralContent content() {
    return ReferralDocument.read(document())
        .fold(
            content -> content,
            refusal -> {
              throw new AssertionError(refusal);
            });
  }

  /** A fresh draft of {@code unit}, written by officer 1001. */
  public static DraftReferral draft(String unit) {
    StaffNumber author = People.OFFICER.number();
    return new DraftReferral(
        new ReferralVersion(
            IDS.referral(),
            IDS.caseId(),
            IDS.reference(),
            1,
            1,
            unit,
            People.OFFICER.signatory(),
            new TreeSet<>(List.of(author)),
            MORNING,
            content(),
            List.of()));
  }

  /** The draft with one small exhibit, whose segment nobody stored. */
  public static DraftReferral withExhibit(DraftReferral draft) {
    byte[] bytes = "synthetic".getBytes(UTF_8);
    SealedSegment sealed = new SegmentCipher(new SecureRandom()).seal(bytes, bytes.length);
    ExhibitDigests digests = new ExhibitDigests();
    digests.update(bytes, 0, bytes.length);
    Exhibit exhibit =
        new Exhibit(
            IDS.exhibit(),
            draft.version().nextExhibitNumber(),
            "note.txt",
            new MediaType("text/plain"),
            digests.finish(),
            new Acquisition("upload", People.OFFICER.number(), MORNING),
            List.of(
                new StoredSegment(
                    IDS.segment(), sealed.facts(), WrappedKey.ofBytes(new byte[] {1, 2, 3}))));
    return draft.with(exhibit, People.OFFICER.number());
  }

  /** A fresh dispatch of {@code referral} to agency {@code AG-N-001}. */
  public static QueuedDispatch dispatch(Referral referral, Channel channel) {
    return new QueuedDispatch(
        new DispatchOrder(
            IDS.dispatch(),
            referral.version().id(),
            referral.version().caseId(),
            Digest.of("seal".getBytes(UTF_8)),
            new AgencyId("AG-N-001"),
            "main",
            channel,
            MORNING,
            Optional.empty(),
            1,
            0));
  }

  /** What the agency of {@code claim} says about it when all is well. */
  public static JsonObjectBuilder statement(SendingDispatch claim) {
    return JsonObject.builder()
        .put("agency", claim.order().agency().value())
        .put("checkpoint", "safehand.example.org/log")
        .put("dispatchId", claim.order().id().toString())
        .put("packageDigest", claim.parcel().packageDigest().hex())
        .put("received", "2026-11-24T09:00:00.000Z")
        .put("sealDigest", claim.order().sealDigest().hex())
        .put("version", 1);
  }
}
