package org.safehand.bench.recording;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.safehand.custody.chain.PeriodEnd;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.CustodyEvent;
import org.safehand.custody.event.EventDetail;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.extract.ExtractIssued;
import org.safehand.custody.extract.ExtractLevel;
import org.safehand.custody.provenance.Basis;
import org.safehand.custody.provenance.ExhibitFacts;
import org.safehand.custody.provenance.Instrument;
import org.safehand.custody.provenance.Occasion;
import org.safehand.custody.provenance.Principal;
import org.safehand.referral.id.Ids;

/** Made-up events, as long as those of an exhibit's intake. Safe for several threads. */
public final class SyntheticEvents {
  private static final Principal ACTOR =
      new Principal("S-1042", "referral-officer", "hotline.example", "otp");
  private static final Instrument INSTRUMENT = new Instrument("gateway-1", "safehand", "0.1.0");
  private static final Digest SHA256 = Digest.of();
  private static final ExhibitFacts EXHIBIT =
      ExhibitFacts.original("EX-1", 1 << 20, SHA256, "sha512:" + SHA256.hex() + SHA256.hex());

  private final Ids ids;
  private final Clock clock;

  public SyntheticEvents(Ids ids, Clock clock) {
    this.ids = requireNonNull(ids, "ids is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** An identifier for an event. */
  public UUID eventId() {
    return ids.event();
  }

  /** An event that happens now. */
  public CustodyEvent next() {
    return new CustodyEvent(
        header(eventId(), EventType.INTAKE)
            .exhibit(EXHIBIT)
            .basis(new Basis("referral", "section 12 of the example act", "A-2026-0001"))
            .build(),
        new EventDetail(Map.of("actorName", "A. Example", "fileName", "example-report.txt")));
  }

  /** The event {@code eventId}, which issues an extract now. */
  public CustodyEvent extractIssued(UUID eventId, PeriodEnd end, ExtractLevel level) {
    EventHeader.Builder header =
        header(eventId, EventType.EXTRACT_ISSUED).basis(Basis.of("request of the example court"));
    return CustodyEvent.of(new ExtractIssued(end, level, false).addTo(header).build());
  }

  private EventHeader.Builder header(UUID eventId, EventType type) {
    return EventHeader.builder(eventId, type)
        .occasion(Occasion.at(clock.instant()))
        .actor(ACTOR)
        .instrument(INSTRUMENT);
  }
}
