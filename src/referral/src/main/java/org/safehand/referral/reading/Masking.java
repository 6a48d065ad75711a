package org.safehand.referral.reading;

import java.util.List;
import java.util.Optional;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Role;
import org.safehand.referral.act.Release;
import org.safehand.referral.content.Handling;
import org.safehand.referral.content.Header;
import org.safehand.referral.content.LegalBasis;
import org.safehand.referral.content.Originator;
import org.safehand.referral.content.ReferralContent;
import org.safehand.referral.exhibit.Exhibit;
import org.safehand.referral.exhibit.RemovedExhibit;
import org.safehand.referral.guard.Admitted;
import org.safehand.referral.id.AgencyId;
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

/**
 * Takes out what someone wrote in their own words or what names a place or a file, and leaves
 * codes, times, digests and states; from an agency's people, what the hotline thinks of agencies.
 */
public final class Masking {
  private static final String MASK = "[masked]";

  private Masking() {}

  /** What was admitted, as {@code actor} may read it. */
  public static Referral shown(Actor actor, Admitted<Referral> admitted) {
    if (admitted.masked()) {
      Referral masked = of(admitted.subject());
      return actor.is(Role.MACHINE_INTAKE) ? forIntake(masked) : masked;
    }
    return actor
        .agency()
        .map(agency -> forAgency(admitted.subject(), agency))
        .orElse(admitted.subject());
  }

  private static Referral of(Referral referral) {
    ReferralVersion version = masked(referral.version());
    if (referral instanceof SealingReferral it) {
      return new SealingReferral(version, it.submission());
    }
    if (referral instanceof SealedReferral it) {
      return new SealedReferral(version, it.submission(), it.seal());
    }
    if (referral instanceof EndorsedReferral it) {
      return new EndorsedReferral(version, it.submission(), it.seal(), it.endorsement());
    }
    if (referral instanceof ReleasedReferral it) {
      return new ReleasedReferral(version, it.submission(), it.seal(), it.release());
    }
    if (referral instanceof ReturnedReferral it) {
      return new ReturnedReferral(version, it.submission(), it.seal(), it.closing().masked(MASK));
    }
    if (referral instanceof WithdrawnReferral it) {
      return new WithdrawnReferral(version, it.submission(), it.seal(), it.closing().masked(MASK));
    }
    if (referral instanceof WithdrawnDraft it) {
      return new WithdrawnDraft(version, it.closing().masked(MASK));
    }
    return new DraftReferral(version);
  }

  /**
   * As {@code agency}'s people read it: not to whom else it went, and not whether some agency was
   * called high-risk, and by whom.
   */
  private static Referral forAgency(Referral referral, AgencyId agency) {
    return referral instanceof ReleasedReferral it
        ? new ReleasedReferral(
            it.version(),
            it.submission(),
            it.seal(),
            new Release(it.release().by(), it.release().at(), List.of(agency)))
        : referral;
  }

  /**
   * As the machine that took it in reads it: how far it is, and not what supervisors think of an
   * agency. To it, a referral that one of two has released is in review still.
   */
  private static Referral forIntake(Referral referral) {
    if (referral instanceof EndorsedReferral it) {
      return new SealedReferral(it.version(), it.submission(), it.seal());
    }
    return referral instanceof ReleasedReferral it
        ? new ReleasedReferral(it.version(), it.submission(), it.seal(), byOne(it.release()))
        : referral;
  }

  private static Release byOne(Release release) {
    return new Release(release.by(), release.at(), release.recipients());
  }

  private static ReferralVersion masked(ReferralVersion it) {
    return new ReferralVersion(
        it.id(),
        it.caseId(),
        it.reference(),
        it.number(),
        it.revision(),
        it.unit(),
        it.author(),
        it.editors(),
        it.createdAt(),
        masked(it.content()),
        it.exhibits().stream().map(Masking::masked).toList(),
        it.removed().stream().map(Masking::masked).toList(),
        it.assignee());
  }

  private static ReferralContent masked(ReferralContent it) {
    return new ReferralContent(
        masked(it.header()),
        masked(it.handling()),
        new LegalBasis(it.legalBasis().provision(), MASK),
        List.of());
  }

  private static Handling masked(Handling it) {
    return new Handling(
        it.useCode(),
        it.useRestriction().map(text -> MASK),
        it.evaluation(),
        it.sharing(),
        it.classification());
  }

  private static Header masked(Header it) {
    return new Header(
        it.hotlineReference(),
        it.incidentTime(),
        it.incidentType(),
        it.urgency(),
        it.urgencyReason().map(text -> MASK),
        it.sourceOfReport(),
        new Originator(it.originator().organisation(), MASK, MASK),
        it.jurisdictions(),
        it.narrative().map(text -> MASK),
        it.languages(),
        Optional.empty(),
        it.exercise());
  }

  private static RemovedExhibit masked(RemovedExhibit it) {
    return new RemovedExhibit(masked(it.exhibit()), it.by(), it.at(), MASK);
  }

  private static Exhibit masked(Exhibit it) {
    return new Exhibit(
        it.id(), it.number(), MASK, it.mediaType(), it.digest(), it.acquisition(), it.segments());
  }
}
