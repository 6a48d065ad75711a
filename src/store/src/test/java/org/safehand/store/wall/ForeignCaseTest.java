package org.safehand.store.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.safehand.custody.provenance.Instrument;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.delivery.QueuedDispatch;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.guard.Attempt;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.life.DraftReferral;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.Refused;
import org.safehand.referral.sample.People;
import org.safehand.store.Store;
import org.safehand.store.database.CountedStatements;
import org.safehand.store.sample.KnownPeople;
import org.safehand.store.sample.Samples;
import org.safehand.store.sample.TestStore;

/**
 * What an agency's people ask about another agency's case costs the database the same statements as
 * an id that nobody ever gave out, so that the time it takes does not tell the two apart.
 */
class ForeignCaseTest {
  private static final Actor STRANGER = People.LIAISON_SOUTH;

  private final TestStore test = TestStore.create();
  private final CountedStatements statements = new CountedStatements();
  private final Store edge = test.edge(statements::over);
  private final Attempts attempts =
      new Attempts(
          edge.unitOfWork(),
          new Journal(
              edge.custodyRecorder(),
              Samples.IDS,
              Clock.systemUTC(),
              new Instrument("test", "safehand", "0.1")));
  private final CaseAccess access = KnownPeople.access(edge);
  private final DraftReferral draft = Samples.draft(People.UNIT);
  private final QueuedDispatch dispatch = Samples.dispatch(draft, Channel.PICK_UP);

  @BeforeEach
  void store() {
    test.unit(
        () -> {
          test.store().caseKeys().create(draft.version().caseId());
          test.store().referrals().add(draft);
          KnownPeople.list(test.store(), STRANGER);
        });
    test.unit(() -> test.store().dispatches().add(dispatch));
  }

  /** A way to reach for a case. */
  private enum Reach {
    FIND,
    LOCK,
    FIND_DISPATCH,
    LOCK_DISPATCH
  }

  @ParameterizedTest
  @EnumSource(Reach.class)
  void anotherAgencysCase_takesTheStatementsOfNothing(Reach how) {
    // the first event of a chain begins it, as a case's first event does long before it is sent
    ask(how, true);
    ask(how, false);
    List<String> theirs = statements.during(() -> ask(how, true));
    List<String> nothing = statements.during(() -> ask(how, false));
    assertThat(theirs).hasSizeGreaterThan(4).isEqualTo(nothing);
  }

  /** What would be told apart is: the case of the own agency is looked up further. */
  @Test
  void ownAgencysCase_takesOthers() {
    Actor own = People.LIAISON_NORTH;
    test.unit(() -> KnownPeople.list(test.store(), own));
    ReferralId id = draft.version().id();
    refused(own, attempt -> access.find(attempt, own, Operation.READ_CASE, id));
    List<String> theirs =
        statements.during(
            () -> refused(own, attempt -> access.find(attempt, own, Operation.READ_CASE, id)));
    ask(Reach.FIND, false);
    assertThat(theirs).isNotEqualTo(statements.during(() -> ask(Reach.FIND, false)));
  }

  private void ask(Reach how, boolean foreign) {
    ReferralId referral = foreign ? draft.version().id() : Samples.IDS.referral();
    DispatchId sent = foreign ? dispatch.order().id() : Samples.IDS.dispatch();
    refused(
        STRANGER,
        attempt ->
            switch (how) {
              case FIND -> access.find(attempt, STRANGER, Operation.READ_CASE, referral);
              case LOCK -> access.lock(attempt, STRANGER, Operation.WITHDRAW, referral);
              case FIND_DISPATCH ->
                  access.findDispatch(attempt, STRANGER, Operation.READ_DISPATCH, sent);
              case LOCK_DISPATCH -> access.lockDispatch(attempt, STRANGER, Operation.REISSUE, sent);
            });
  }

  private void refused(Actor actor, Function<Attempt, Outcome<?>> work) {
    assertThat(
            attempts.<Object>inOneUnit(
                actor, Operation.READ_CASE, attempt -> work.apply(attempt).map(it -> it)))
        .isInstanceOf(Refused.class);
  }
}
