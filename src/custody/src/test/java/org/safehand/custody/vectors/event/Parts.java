package org.safehand.custody.vectors.event;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.CustodyEvent;
import org.safehand.custody.event.EventDetail;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventLink;
import org.safehand.custody.event.EventType;
import org.safehand.custody.event.LeafMaker;
import org.safehand.custody.event.RecordedEvent;
import org.safehand.custody.provenance.Basis;
import org.safehand.custody.provenance.Counterparty;
import org.safehand.custody.provenance.ExhibitFacts;
import org.safehand.custody.provenance.Instrument;
import org.safehand.custody.provenance.Occasion;
import org.safehand.custody.provenance.Outcome;
import org.safehand.custody.provenance.Principal;
import org.safehand.custody.vectors.form.FixedRandom;

/** Events that are the same on every machine. */
public final class Parts {
  public static final UUID CASE = UUID.fromString("01931b3e-7b2e-7000-8000-000000000001");
  private static final Instant TIME = Instant.parse("2026-11-24T03:51:59.123Z");

  private Parts() {}

  /** A value of 32 equal bytes, as in the worked example of SPEC.md. */
  public static Digest equalBytes(int value) {
    byte[] bytes = new byte[Digest.LENGTH];
    Arrays.fill(bytes, (byte) value);
    return Digest.ofBytes(bytes);
  }

  /** The worked example of SPEC.md. */
  public static RecordedEvent example() {
    return make(EventLink.first(CASE), example(TIME));
  }

  private static CustodyEvent example(Instant time) {
    return new CustodyEvent(
        header("01931b3e-9000-7000-8000-000000000002", EventType.READ, time).build(),
        new EventDetail(Map.of("actorName", "A. Example")));
  }

  public static RecordedEvent make(EventLink link, CustodyEvent event) {
    return new LeafMaker(new Replay(equalBytes(1), equalBytes(2), equalBytes(3)))
        .make(link, event, TagKey.ofBytes(equalBytes(4).bytes()));
  }

  public static EventHeader.Builder header(String id, EventType type, Instant time) {
    return EventHeader.builder(UUID.fromString(id), type)
        .occasion(Occasion.at(time))
        .actor(new Principal("S-1042", "referral-officer", "hotline.example", "otp"))
        .instrument(new Instrument("node-1", "safehand", "0.1.0"));
  }

  /** The second event of a case, in which every member stands. */
  public static RecordedEvent full() {
    Digest before = Digest.of(new byte[] {1});
    Digest after = Digest.of(new byte[] {2});
    ExhibitFacts exhibit =
        new ExhibitFacts("0002", "0001", 12, before, "sha512:00", before, after, "0001");
    EventHeader header =
        header("01931b3e-9000-7000-8000-000000000003", EventType.TRANSMIT_AUTHORISED, TIME)
            .occasion(new Occasion(TIME, TIME.plusMillis(900), "ntp", -3))
            .outcome(new Outcome(Outcome.Result.FAILED, "x-code", "disk replaced", CASE))
            .secondApprover(new Principal("S-7", "release-supervisor", "hotline.example", "otp"))
            .exhibit(exhibit)
            .counterparty(new Counterparty("AG-N-001", "soap-1"))
            .basis(new Basis("referral", "Art. 1", "AUTH-9"))
            .fact("dispatch", "d-1")
            .fact("sealDigest", after)
            .build();
    return make(
        EventLink.first(CASE).next(example().leaf().leafHash()),
        new CustodyEvent(header, EventDetail.none()));
  }

  /**
   * The leaf number {@code index} of a log, a second after the one before, with salts of its own.
   */
  public static byte[] leaf(int index) {
    return new LeafMaker(new FixedRandom("salts of leaf " + index))
        .make(
            EventLink.first(CASE),
            example(TIME.plusSeconds(index)),
            TagKey.ofBytes(FixedRandom.seed("tag key of leaf " + index)))
        .leaf()
        .bytes();
  }
}
