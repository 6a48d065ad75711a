package org.safehand.store.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.CustodyEvent;
import org.safehand.custody.event.EventDetail;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.provenance.Instrument;
import org.safehand.custody.provenance.Occasion;
import org.safehand.custody.provenance.Principal;
import org.safehand.packaging.segment.ExhibitDigests;
import org.safehand.packaging.segment.SealedSegment;
import org.safehand.packaging.segment.SegmentCipher;
import org.safehand.referral.access.Authentication;
import org.safehand.referral.access.Signatory;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.content.ReferralContent;
import org.safehand.referral.delivery.DispatchOrder;
import org.safehand.referral.delivery.QueuedDispatch;
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
import org.safehand.referral.life.ReferralVersion;
import org.safehand.referral.refusal.Done;

/** Synthetic values, each with fresh ids. */
public final class Samples {
  public static final Instant NOW = Instant.parse("2026-01-24T09:00:00.123456Z");
  public static final Ids IDS = new Ids(Clock.systemUTC(), new SecureRandom());
  public static final AgencyId AGENCY = new AgencyId("AG-N-001");
  public static final Signatory OFFICER =
      new Signatory(new StaffNumber("S-1001"), "unit-a", new Authentication("2", NOW, "session"));

  private Samples() {}

  /** A new draft of a new case. */
  public static DraftReferral draft(String unit) {
    return new DraftReferral(
        new ReferralVersion(
            IDS.referral(),
            IDS.caseId(),
            IDS.reference(),
            1,
            1,
            unit,
            OFFICER,
            new TreeSet<>(List.of(OFFICER.number())),
            NOW,
            content(),
            List.of()));
  }

  /** An exhibit of two segments, whose keys are not wrapped but made up. */
  public static Exhibit exhibit(int number) {
    byte[] plain = "synthetic".repeat(10).getBytes(UTF_8);
    ExhibitDigests digests = new ExhibitDigests();
    List<StoredSegment> segments = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      digests.update(plain, 0, plain.length);
      segments.add(
          new StoredSegment(
              IDS.segment(), segment(plain).facts(), WrappedKey.ofBytes(new byte[] {1, 2, 3})));
    }
    return new Exhibit(
        IDS.exhibit(),
        number,
        "CANARY-NAME.txt",
        new MediaType("text/plain"),
        digests.finish(),
        new Acquisition("upload", OFFICER.number(), NOW),
        segments);
  }

  /** {@code plain}, encrypted under a fresh key. */
  public static SealedSegment segment(byte[] plain) {
    return new SegmentCipher(new SecureRandom()).seal(plain, plain.length);
  }

  /** A queued dispatch of {@code draft}. */
  public static QueuedDispatch dispatch(DraftReferral draft, Channel channel) {
    return new QueuedDispatch(
        new DispatchOrder(
            IDS.dispatch(),
            draft.version().id(),
            draft.version().caseId(),
            Digest.of(new byte[] {7}),
            AGENCY,
            "main",
            channel,
            NOW,
            Optional.empty(),
            1,
            0));
  }

  /** An event of {@code type} that just happened. */
  public static CustodyEvent event(EventType type) {
    return event(type, Map.of("note", "CANARY-FACT"));
  }

  /** An event with these facts. */
  public static CustodyEvent event(EventType type, Map<String, String> facts) {
    EventHeader.Builder header =
        EventHeader.builder(IDS.event(), type)
            .occasion(Occasion.at(NOW))
            .actor(new Principal("S-1001", "referral-officer", "unit-a", "2"))
            .instrument(new Instrument("test", "safehand", "0.1"));
    facts.forEach(header::fact);
    return new CustodyEvent(header.build(), new EventDetail(Map.of("actorName", "CANARY-PERSON")));
  }

  private static ReferralContent content() {
    try (InputStream in = Samples.class.getResourceAsStream("/referral.json")) {
      var read =
          ReferralDocument.read(
              Jcs.requireObject(Jcs.readAnyLayout(Objects.requireNonNull(in).readAllBytes())));
      if (read instanceof Done<ReferralContent> done) {
        return done.value();
      }
      throw new IllegalStateException(read.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JsonException e) {
      throw new IllegalStateException(e);
    }
  }
}
