package org.safehand.referral.port.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safehand.referral.access.Scope;
import org.safehand.referral.act.Closing;
import org.safehand.referral.act.SealedBytes;
import org.safehand.referral.delivery.AvailableDispatch;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.exhibit.RemovedExhibit;
import org.safehand.referral.fault.StaleRevisionException;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.life.DraftReferral;
import org.safehand.referral.life.EndorsedReferral;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.SealedReferral;
import org.safehand.referral.query.ReferralSummary;
import org.safehand.referral.sample.People;
import org.safehand.referral.sample.Samples;
import org.safehand.referral.transfer.Authorisation;
import org.safehand.referral.transfer.Parcel;

/** Referrals come back as they were saved, in every state, and never over another's change. */
public interface ReferralsContract {
  Ports ports();

  @Test
  default void draft_withExhibit_comesBackEqual() {
    DraftReferral draft = Stored.draftWithExhibit(ports(), People.UNIT);
    assertThat(find(draft)).contains(draft);
  }

  @Test
  default void unknownReferral_isEmpty() {
    assertThat(ports().referrals().find(Samples.IDS.referral())).isEmpty();
  }

  @Test
  default void reference_namesItsReferral_andAnUnknownOneNothing() {
    DraftReferral draft = Stored.draft(ports(), People.UNIT);
    assertThat(ports().referrals().named(draft.version().reference()))
        .contains(draft.version().id());
    assertThat(ports().referrals().named(Samples.IDS.reference())).isEmpty();
  }

  @Test
  default void released_comesBackEqual() {
    Referral released = Stored.released(ports());
    assertThat(find(released)).contains(released);
  }

  @Test
  default void endorsed_andReleasedByTheSecond_comeBackEqual_andTheLineTellsWhoWasFirst() {
    EndorsedReferral endorsed = Stored.endorsed(ports());
    assertThat(find(endorsed)).contains(endorsed);
    assertThat(line(endorsed)).isEqualTo(ReferralSummary.of(endorsed));
    assertThat(line(endorsed).endorser()).contains(People.SUPERVISOR.number());
    Referral released = endorsed.release(People.OTHER_SUPERVISOR.signatory(), Samples.MORNING);
    Stored.save(ports(), released);
    assertThat(find(released)).contains(released);
    assertThat(line(released)).isEqualTo(ReferralSummary.of(released));
  }

  @Test
  default void returnedAndWithdrawn_comeBackEqual() {
    Closing closing = new Closing(People.SUPERVISOR.signatory(), Samples.MORNING, "not complete");
    Referral returned = Stored.sealed(ports()).sendBack(closing);
    Stored.save(ports(), returned);
    Referral withdrawn = Stored.sealed(ports()).withdraw(closing);
    Stored.save(ports(), withdrawn);
    assertThat(find(returned)).contains(returned);
    assertThat(find(withdrawn)).contains(withdrawn);
  }

  @Test
  default void withdrawnDraft_comesBackEqual() {
    Closing closing = new Closing(People.OFFICER.signatory(), Samples.MORNING, "a mistake");
    Referral withdrawn = Stored.draftWithExhibit(ports(), People.UNIT).withdraw(closing);
    Stored.save(ports(), withdrawn);
    assertThat(find(withdrawn)).contains(withdrawn);
  }

  @Test
  default void tombstone_comesBackEqual_alsoWhenAnotherExhibitFollows() {
    DraftReferral draft = Samples.withExhibit(Stored.draftWithExhibit(ports(), People.UNIT));
    Stored.save(ports(), draft);
    DraftReferral without = draft.without(tombstone(draft, 0));
    Stored.save(ports(), without);
    assertThat(find(draft)).contains(without);
    assertThat(line(without).exhibits()).isEqualTo(1);
    DraftReferral more = Samples.withExhibit(without);
    Stored.save(ports(), more);
    assertThat(find(draft)).contains(more);
    DraftReferral fewer = more.without(tombstone(more, 1));
    Stored.save(ports(), fewer);
    assertThat(find(draft)).contains(fewer);
    Referral submitted = fewer.submit(People.OFFICER.signatory(), Samples.MORNING);
    Stored.save(ports(), submitted);
    assertThat(find(draft)).contains(submitted);
  }

  private static RemovedExhibit tombstone(DraftReferral draft, int index) {
    return new RemovedExhibit(
        draft.version().exhibits().get(index),
        People.OFFICER.number(),
        Samples.MORNING,
        "the wrong file");
  }

  @Test
  default void locked_isWhatWasFound() {
    DraftReferral draft = Stored.draft(ports(), People.UNIT);
    assertThat(ports().unit().run(() -> ports().referrals().lock(draft.version().id())))
        .contains(draft);
  }

  @Test
  default void save_overAnotherChange_throwsAndChangesNothing() {
    DraftReferral draft = Stored.draft(ports(), People.UNIT);
    DraftReferral first = Samples.withExhibit(draft);
    DraftReferral second = Samples.withExhibit(draft);
    Stored.save(ports(), first);
    assertThatThrownBy(() -> Stored.save(ports(), second))
        .isInstanceOf(StaleRevisionException.class);
    assertThat(find(draft)).contains(first);
  }

  @Test
  default void caseFile_comesBackByteForByte() {
    SealedReferral inReview = Stored.sealed(ports());
    SealedBytes caseFile = SealedBytes.of(new byte[] {0, -1, 7});
    assertThat(ports().referrals().caseFile(inReview.version().id())).isEmpty();
    ports()
        .unit()
        .run(
            () -> {
              ports().referrals().keepCaseFile(inReview.version().id(), caseFile);
              return caseFile;
            });
    assertThat(ports().referrals().caseFile(inReview.version().id())).contains(caseFile);
  }

  @Test
  default void list_ofUnit_isNewestFirstInPages() {
    String unit = "Unit " + UUID.randomUUID();
    DraftReferral first = Stored.draft(ports(), unit);
    waitAMillisecond();
    DraftReferral second = Stored.draft(ports(), unit);
    waitAMillisecond();
    DraftReferral third = Stored.draft(ports(), unit);
    Stored.draft(ports(), "Another unit");
    List<ReferralSummary> page = list(new Scope.Unit(unit), Optional.empty(), 2);
    assertThat(page).containsExactly(ReferralSummary.of(third), ReferralSummary.of(second));
    assertThat(list(new Scope.Unit(unit), Optional.of(second.version().id()), 2))
        .containsExactly(ReferralSummary.of(first));
  }

  @Test
  default void list_ofAgency_hasOnlyWhatWaitsThereOrArrived() {
    var queued = Stored.queued(ports(), Channel.PICK_UP);
    Scope own = new Scope.OfAgency(new AgencyId("AG-N-001"));
    assertThat(list(own, Optional.empty(), 200))
        .noneMatch(line -> line.id().equals(queued.order().referral()));
    var authorised =
        queued.authorise(
            new Authorisation(Stored.DIGEST, Stored.DIGEST, Stored.DIGEST, Samples.MORNING));
    Stored.save(ports(), authorised);
    AvailableDispatch available =
        authorised.available(new Parcel(Stored.DIGEST, 1, Samples.MORNING, Optional.empty()));
    Stored.save(ports(), available);
    assertThat(list(own, Optional.empty(), 200))
        .anyMatch(line -> line.id().equals(queued.order().referral()));
    assertThat(list(new Scope.OfAgency(new AgencyId("AG-S-002")), Optional.empty(), 200))
        .noneMatch(line -> line.id().equals(queued.order().referral()));
    Stored.save(ports(), available.supersede(Stored.supersession()));
    assertThat(list(own, Optional.empty(), 200))
        .noneMatch(line -> line.id().equals(queued.order().referral()));
  }

  private Optional<Referral> find(Referral referral) {
    return ports().referrals().find(referral.version().id());
  }

  private ReferralSummary line(Referral referral) {
    return list(new Scope.Unit(referral.version().unit()), Optional.empty(), 200).stream()
        .filter(line -> line.id().equals(referral.version().id()))
        .findFirst()
        .orElseThrow();
  }

  private List<ReferralSummary> list(Scope scope, Optional<ReferralId> before, int limit) {
    return ports().unit().run(() -> ports().referrals().list(scope, before, limit));
  }

  private static void waitAMillisecond() {
    long now = System.currentTimeMillis();
    while (System.currentTimeMillis() == now) {
      Thread.onSpinWait();
    }
  }
}
