package org.safehand.referral.journal;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.safehand.custody.chain.PeriodEnd;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.CustodyEvent;
import org.safehand.custody.event.EventDetail;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.provenance.Instrument;
import org.safehand.custody.provenance.Occasion;
import org.safehand.custody.provenance.Principal;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Role;
import org.safehand.referral.access.Signatory;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.id.Ids;
import org.safehand.referral.port.CustodyRecorder;

/** Writes custody events in the name of an actor. Called within a unit of work, last. */
public final class Journal {
  private final CustodyRecorder recorder;
  private final Ids ids;
  private final Clock clock;
  private final Instrument instrument;

  /** Events say that they were made at {@code instrument}, by {@code clock}. */
  public Journal(CustodyRecorder recorder, Ids ids, Clock clock, Instrument instrument) {
    this.recorder = requireNonNull(recorder, "recorder is null");
    this.ids = requireNonNull(ids, "ids is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.instrument = requireNonNull(instrument, "instrument is null");
  }

  /** A header of {@code type} with who, when and where. */
  public EventHeader.Builder event(EventType type, Actor actor) {
    return EventHeader.builder(ids.event(), type)
        .occasion(Occasion.at(clock.instant()))
        .actor(principal(actor))
        .instrument(instrument);
  }

  /** When what is recorded now happens. */
  public Instant now() {
    return clock.instant();
  }

  /** Records {@code header} in the chain of {@code caseId}; gives the hash of its leaf. */
  public Digest record(CaseId caseId, Actor actor, EventHeader.Builder header) {
    return recorder.record(caseId, event(actor, header));
  }

  /**
   * Records what {@code header} makes of where the chain of {@code caseId} ends, as the last event
   * of its tag key period; gives the hash of its leaf.
   */
  public Digest endPeriod(
      CaseId caseId, Actor actor, Function<PeriodEnd, EventHeader.Builder> header) {
    return recorder.endPeriod(caseId, end -> event(actor, header.apply(end)));
  }

  /** Records {@code header} in this node's system chain; gives the hash of its leaf. */
  public Digest recordOutsideCases(Actor actor, EventHeader.Builder header) {
    return recorder.recordOutsideCases(event(actor, header));
  }

  /** Records in this node's system chain that {@code actor} read {@code subject}, and by what. */
  public Digest recordRead(Actor actor, String operation, String subject) {
    return recordOutsideCases(
        actor, event(EventType.READ, actor).fact("operation", operation).fact("subject", subject));
  }

  /** Who did something before, under {@code role}, as it was kept then. */
  public static Principal principal(Signatory signatory, Role role) {
    return new Principal(
        signatory.number().value(),
        role.wire(),
        signatory.organisation(),
        signatory.authentication().method() + " acr=" + signatory.authentication().acr());
  }

  private static CustodyEvent event(Actor actor, EventHeader.Builder header) {
    return new CustodyEvent(
        header.build(), new EventDetail(Map.of("actorName", actor.displayName())));
  }

  /** The node goes on with what people began; whoever else has no role did it under none. */
  private static String withoutRole(Actor actor) {
    return actor.isNode() ? "gateway-node" : "none";
  }

  private static Principal principal(Actor actor) {
    String roles = actor.roles().stream().map(Role::wire).sorted().collect(Collectors.joining(" "));
    return new Principal(
        actor.number().value(),
        roles.isEmpty() ? withoutRole(actor) : roles,
        actor.organisation(),
        actor.authentication().method() + " acr=" + actor.authentication().acr());
  }
}
