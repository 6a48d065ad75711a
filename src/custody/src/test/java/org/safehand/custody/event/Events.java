package org.safehand.custody.event;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.provenance.Basis;
import org.safehand.custody.provenance.Counterparty;
import org.safehand.custody.provenance.ExhibitFacts;
import org.safehand.custody.provenance.Instrument;
import org.safehand.custody.provenance.Occasion;
import org.safehand.custody.provenance.Outcome;
import org.safehand.custody.provenance.Principal;

/** Synthetic events for tests. */
public final class Events {
  public static final Instant TIME = Instant.parse("2026-11-24T03:51:59.123Z");
  public static final UUID CASE = UUID.fromString("01931b3e-7b2e-7000-8000-000000000001");

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final LeafMaker LEAVES = new LeafMaker(RANDOM);
  private static final TagKey TAG_KEY = TagKey.random(RANDOM);

  private Events() {}

  public static EventHeader.Builder header(EventType type) {
    return EventHeader.builder(UUID.randomUUID(), type)
        .occasion(Occasion.at(TIME))
        .actor(new Principal("S-1042", "referral-officer", "hotline.example", "otp"))
        .instrument(new Instrument("node-1", "safehand", "0.1.0"));
  }

  /** A header in which every field is set. */
  static EventHeader fullHeader() {
    Digest digest = Digest.of(new byte[] {1});
    return header(EventType.TRANSMIT_AUTHORISED)
        .outcome(new Outcome(Outcome.Result.FAILED, "x-code", "disk replaced", CASE))
        .secondApprover(new Principal("S-7", "release-supervisor", "hotline.example", "otp"))
        .exhibit(ExhibitFacts.original("0001", 12, digest, "sha512:00").compared(digest, digest))
        .counterparty(new Counterparty("AG-N-001", "soap-1"))
        .basis(new Basis("referral", "Art. 1", "AUTH-9"))
        .fact("dispatch", "d-1")
        .fact("sealDigest", digest)
        .build();
  }

  /** The event number {@code sequence} of a chain, after a leaf with hash {@code previous}. */
  public static RecordedEvent recorded(long sequence, Digest previous) {
    EventLink link = new EventLink(CASE, sequence, sequence == 0 ? null : previous);
    CustodyEvent event =
        new CustodyEvent(
            header(EventType.READ).build(), new EventDetail(Map.of("actorName", "A. Example")));
    return LEAVES.make(link, event, TAG_KEY);
  }

  /** A leaf that stands alone. */
  public static BlindLeaf leaf() {
    return recorded(0, Digest.of()).leaf();
  }

  static TagKey tagKey() {
    return TAG_KEY;
  }
}
