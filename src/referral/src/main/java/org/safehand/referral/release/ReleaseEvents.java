package org.safehand.referral.release;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Role;
import org.safehand.referral.act.Endorsement;
import org.safehand.referral.act.Seal;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.life.EndorsedReferral;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.ReleasedReferral;

/** What the case's chain tells of a release, and of the first of two acts that it takes. */
final class ReleaseEvents {
  private final Journal journal;

  ReleaseEvents(Journal journal) {
    this.journal = requireNonNull(journal, "journal is null");
  }

  void endorsed(Actor actor, EndorsedReferral endorsed) {
    Endorsement first = endorsed.endorsement();
    journal.record(
        endorsed.version().caseId(),
        actor,
        event(EventType.ENDORSED, actor, endorsed, endorsed.seal(), first.recipients())
            .fact("highRisk", words(first.highRisk())));
  }

  /**
   * Of two supervisors the event names both.
   *
   * @param highRisk the recipients that the registry calls so now
   */
  void released(Actor actor, ReleasedReferral released, List<AgencyId> highRisk) {
    EventHeader.Builder event =
        event(
            EventType.RELEASED, actor, released, released.seal(), released.release().recipients());
    released
        .release()
        .endorsement()
        .ifPresent(
            first ->
                event
                    .secondApprover(Journal.principal(first.by(), Role.RELEASE_SUPERVISOR))
                    .fact("highRisk", words(either(first.highRisk(), highRisk))));
    journal.record(released.version().caseId(), actor, event);
  }

  private EventHeader.Builder event(
      EventType type, Actor actor, Referral referral, Seal seal, List<AgencyId> recipients) {
    return journal
        .event(type, actor)
        .fact("referral", referral.version().id().toString())
        .fact("sealDigest", seal.digest())
        .fact("recipients", words(recipients));
  }

  /** What was high-risk at the first act or is at the second. */
  private static List<AgencyId> either(List<AgencyId> then, List<AgencyId> now) {
    return Stream.concat(then.stream(), now.stream()).distinct().toList();
  }

  private static String words(List<AgencyId> agencies) {
    return agencies.stream().map(AgencyId::value).collect(Collectors.joining(" "));
  }
}
