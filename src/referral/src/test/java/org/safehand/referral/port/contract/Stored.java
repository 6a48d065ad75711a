package org.safehand.referral.port.contract;

import java.util.List;
import java.util.Optional;
import org.safehand.custody.digest.Digest;
import org.safehand.referral.act.Endorsement;
import org.safehand.referral.act.Release;
import org.safehand.referral.act.Seal;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.delivery.QueuedDispatch;
import org.safehand.referral.delivery.ReadyDispatch;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.life.DraftReferral;
import org.safehand.referral.life.EndorsedReferral;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.ReleasedReferral;
import org.safehand.referral.life.SealedReferral;
import org.safehand.referral.life.SealingReferral;
import org.safehand.referral.sample.People;
import org.safehand.referral.sample.Samples;
import org.safehand.referral.transfer.Authorisation;
import org.safehand.referral.transfer.Parcel;
import org.safehand.referral.transfer.Supersession;

/** Puts sample referrals and dispatches into ports, step by step as use cases do. */
final class Stored {
  static final Digest DIGEST = Digest.of(new byte[] {1});

  private Stored() {}

  static DraftReferral draft(Ports ports, String unit) {
    DraftReferral draft = Samples.draft(unit);
    return ports
        .unit()
        .run(
            () -> {
              ports.keys().create(draft.version().caseId());
              ports.referrals().add(draft);
              return draft;
            });
  }

  static DraftReferral draftWithExhibit(Ports ports, String unit) {
    DraftReferral draft = Samples.withExhibit(draft(ports, unit));
    save(ports, draft);
    return draft;
  }

  static void save(Ports ports, Referral referral) {
    ports
        .unit()
        .run(
            () -> {
              ports.referrals().save(referral);
              return referral;
            });
  }

  static void save(Ports ports, Dispatch dispatch) {
    ports
        .unit()
        .run(
            () -> {
              ports.dispatches().save(dispatch);
              return dispatch;
            });
  }

  static SealedReferral sealed(Ports ports) {
    SealingReferral sealing =
        draftWithExhibit(ports, People.UNIT).submit(People.OFFICER.signatory(), Samples.MORNING);
    save(ports, sealing);
    SealedReferral inReview = sealing.seal(new Seal(DIGEST, Samples.MORNING));
    save(ports, inReview);
    return inReview;
  }

  static EndorsedReferral endorsed(Ports ports) {
    List<AgencyId> north = List.of(new AgencyId("AG-N-001"));
    EndorsedReferral endorsed =
        sealed(ports)
            .endorse(new Endorsement(People.SUPERVISOR.signatory(), Samples.MORNING, north, north));
    save(ports, endorsed);
    return endorsed;
  }

  static ReleasedReferral released(Ports ports) {
    ReleasedReferral released =
        sealed(ports)
            .release(
                new Release(
                    People.SUPERVISOR.signatory(),
                    Samples.MORNING,
                    List.of(new AgencyId("AG-N-001"))));
    save(ports, released);
    return released;
  }

  static QueuedDispatch queued(Ports ports, Channel channel) {
    QueuedDispatch dispatch = Samples.dispatch(released(ports), channel);
    return ports
        .unit()
        .run(
            () -> {
              ports.dispatches().add(dispatch);
              return dispatch;
            });
  }

  static Supersession supersession() {
    return new Supersession(Samples.IDS.dispatch(), Samples.MORNING);
  }

  /** A dispatch that is due at once. */
  static ReadyDispatch ready(Ports ports) {
    var authorised =
        queued(ports, Channel.SOAP)
            .authorise(new Authorisation(DIGEST, DIGEST, DIGEST, Samples.MORNING));
    save(ports, authorised);
    ReadyDispatch ready =
        authorised.ready(new Parcel(DIGEST, 4711, Samples.MORNING, Optional.of(DIGEST)));
    save(ports, ready);
    return ready;
  }
}
