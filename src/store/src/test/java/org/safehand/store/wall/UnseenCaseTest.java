package org.safehand.store.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safehand.custody.provenance.Instrument;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.Role;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.delivery.QueuedDispatch;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.life.DraftReferral;
import org.safehand.referral.reading.ListReferrals;
import org.safehand.referral.reading.Looks;
import org.safehand.referral.reading.ReadReferral;
import org.safehand.referral.refusal.Done;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.refusal.Refused;
import org.safehand.referral.sample.People;
import org.safehand.referral.view.View;
import org.safehand.store.Store;
import org.safehand.store.fault.StoreException;
import org.safehand.store.sample.KnownPeople;
import org.safehand.store.sample.Samples;
import org.safehand.store.sample.TestStore;

/**
 * The use cases on the web face's role: what an actor's view hides is refused as the policy would
 * refuse it, and the attempt is an event of the case that they did not see.
 */
class UnseenCaseTest {
  private static final TestStore STORE = TestStore.create();
  private static final Store EDGE = STORE.edge();

  private final Journal journal =
      new Journal(
          EDGE.custodyRecorder(),
          Samples.IDS,
          Clock.systemUTC(),
          new Instrument("test", "safehand", "0.1"));
  private final Attempts attempts = new Attempts(EDGE.unitOfWork(), journal);
  private final CaseAccess access = KnownPeople.access(EDGE);
  private final ReadReferral read =
      new ReadReferral(attempts, access, journal, new Looks(journal, Clock.systemUTC()));

  private static final Actor ELSEWHERE =
      People.staff("1009", Set.of(Role.REFERRAL_OFFICER), "another unit");
  private static final Actor AUTHOR_ELSEWHERE =
      People.staff(Samples.OFFICER.number().value(), Set.of(Role.REFERRAL_OFFICER), "another unit");

  private final DraftReferral draft = Samples.draft(People.UNIT);
  private final ReferralId id = draft.version().id();
  private final QueuedDispatch dispatch = Samples.dispatch(draft, Channel.PICK_UP);

  /** Everybody who asks is in the gateway's own list of people. */
  @BeforeAll
  static void listPeople() {
    for (Actor actor :
        List.of(
            People.OFFICER,
            People.ADMINISTRATOR,
            People.AUDITOR,
            People.LIAISON_NORTH,
            People.LIAISON_SOUTH,
            ELSEWHERE,
            AUTHOR_ELSEWHERE)) {
      STORE.unit(() -> KnownPeople.list(STORE.store(), actor));
    }
  }

  @BeforeEach
  void store() {
    STORE.unit(
        () -> {
          STORE.store().caseKeys().create(draft.version().caseId());
          STORE.store().referrals().add(draft);
        });
    STORE.unit(() -> STORE.store().dispatches().add(dispatch));
  }

  @Test
  void agency_thatItWasNotSentTo_findsNothing_andTheCaseKnows() {
    assertRefused(read.read(People.LIAISON_SOUTH, id), RefusalCode.REFERRAL_NOT_FOUND);
    assertRefused(lock(People.LIAISON_SOUTH), RefusalCode.DISPATCH_NOT_FOUND);
    assertThat(events()).containsExactly("denied", "denied");
  }

  @Test
  void agency_whoseDispatchWaits_findsNothing_andTheCaseKnows() {
    assertRefused(read.read(People.LIAISON_NORTH, id), RefusalCode.REFERRAL_NOT_FOUND);
    assertRefused(lock(People.LIAISON_NORTH), RefusalCode.DISPATCH_NOT_FOUND);
    assertThat(events()).containsExactly("denied", "denied");
  }

  @Test
  void staff_ofAnotherUnit_areNotPermitted_andTheCaseKnows() {
    assertRefused(read.read(ELSEWHERE, id), RefusalCode.OPERATION_NOT_PERMITTED);
    assertRefused(lock(ELSEWHERE), RefusalCode.OPERATION_NOT_PERMITTED);
    assertThat(events()).containsExactly("denied", "denied");
  }

  @Test
  void administrator_isNotPermitted_andTheCaseKnows() {
    assertRefused(read.read(People.ADMINISTRATOR, id), RefusalCode.OPERATION_NOT_PERMITTED);
    assertThat(events()).containsExactly("denied");
  }

  @Test
  void nobody_findsWhatIsNotThere() {
    ReferralId absent = Samples.IDS.referral();
    for (Actor actor :
        List.of(People.OFFICER, People.LIAISON_NORTH, People.ADMINISTRATOR, People.AUDITOR)) {
      assertRefused(read.read(actor, absent), RefusalCode.REFERRAL_NOT_FOUND);
    }
    assertThat(events()).isEmpty();
  }

  @Test
  void staff_ofTheUnit_andTheAuthorElsewhere_andTheAuditor_readIt() {
    for (Actor actor : List.of(People.OFFICER, AUTHOR_ELSEWHERE, People.AUDITOR)) {
      assertThat(read.read(actor, id)).isInstanceOf(Done.class);
    }
    assertThat(events()).containsExactly("read", "read", "read");
  }

  @Test
  void list_isOfTheView() {
    ListReferrals lists = new ListReferrals(attempts, access, EDGE.referrals(), journal);
    assertThat(lists.list(People.OFFICER, Optional.empty(), 200))
        .isInstanceOfSatisfying(
            Done.class, done -> assertThat(done.value().toString()).contains(id.toString()));
    assertThat(lists.list(People.LIAISON_NORTH, Optional.empty(), 200))
        .isEqualTo(Outcome.done(List.of()));
  }

  @Test
  void reading_outsideAUnitOfWork_seesNoCase() {
    assertThat(EDGE.referrals().find(id)).isEmpty();
    assertThat(EDGE.dispatches().of(id)).isEmpty();
    assertThat(STORE.store().referrals().find(id)).isPresent();
  }

  @Test
  void store_inEachView_findsWhatIsInIt() {
    var elsewhere = Samples.OFFICER.number();
    assertThat(found(new View.Everything())).isTrue();
    assertThat(found(new View.OfUnit(People.UNIT, People.OFFICER.number()))).isTrue();
    assertThat(found(new View.OfUnit("another unit", elsewhere))).isTrue();
    assertThat(found(new View.OfUnit("another unit", People.OFFICER.number()))).isFalse();
    assertThat(found(new View.OfAgency(Samples.AGENCY))).isTrue();
    assertThat(found(new View.OfAgency(new AgencyId("AG-S-002")))).isFalse();
    assertThat(found(new View.Nothing())).isFalse();
  }

  @Test
  void store_inAnAgencysView_changesNothing() {
    assertThatThrownBy(
            () ->
                EDGE.unitOfWork()
                    .run(
                        new View.OfAgency(Samples.AGENCY),
                        () -> {
                          EDGE.referrals().save(draft.submit(Samples.OFFICER, Samples.NOW));
                          return true;
                        }))
        .isInstanceOf(StoreException.class);
    assertThat(STORE.store().referrals().find(id)).contains(draft);
  }

  private boolean found(View view) {
    return EDGE.unitOfWork().run(view, () -> EDGE.referrals().find(id).isPresent());
  }

  private Outcome<Dispatch> lock(Actor actor) {
    return attempts.inOneUnit(
        actor,
        Operation.REISSUE,
        attempt ->
            access
                .lockDispatch(attempt, actor, Operation.REISSUE, dispatch.order().id())
                .map(admitted -> admitted.subject()));
  }

  private List<String> events() {
    return STORE.store().custodyReader().entries(draft.version().caseId()).stream()
        .map(entry -> entry.event().event().header().type().wire())
        .toList();
  }

  private static void assertRefused(Outcome<?> outcome, RefusalCode code) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal().code()).isEqualTo(code));
  }
}
