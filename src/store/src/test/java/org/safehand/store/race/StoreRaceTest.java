package org.safehand.store.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.safehand.custody.digest.Digest;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.change.UnbindPerson;
import org.safehand.referral.enrolment.ChallengeId;
import org.safehand.referral.enrolment.KeyChallenge;
import org.safehand.referral.glass.GlassId;
import org.safehand.referral.glass.GlassSpan;
import org.safehand.referral.glass.GlassTerms;
import org.safehand.referral.glass.OpenGlass;
import org.safehand.referral.hold.AgencyHold;
import org.safehand.referral.hold.StandingHold;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.life.DraftReferral;
import org.safehand.referral.life.Referral;
import org.safehand.referral.proposal.OpenProposal;
import org.safehand.referral.proposal.ProposalTerms;
import org.safehand.referral.sample.People;
import org.safehand.referral.view.View;
import org.safehand.store.Store;
import org.safehand.store.database.KeptConnections;
import org.safehand.store.sample.Samples;
import org.safehand.store.sample.TestStore;

/** What the tables themselves decide between two who are equally entitled: exactly one wins. */
class StoreRaceTest {
  private static final Actor SUPERVISOR = People.SUPERVISOR;
  private static final AgencyId AGENCY = new AgencyId("AG-N-001");

  private final TestStore test = TestStore.create();
  private final Store edge = test.edge(KeptConnections::over);

  @Test
  void twoGlassesOfOnePerson_exactlyOneIsBroken() {
    DraftReferral draft = kept(Samples.draft(People.UNIT));
    for (int round = 0; round < Race.ROUNDS; round++) {
      List<OpenGlass> two = List.of(glass(draft), glass(draft));
      List<Integer> done = Race.done(() -> breakOver(two.get(0)), () -> breakOver(two.get(1)));
      assertThat(done).as("round %d", round).hasSize(1);
      OpenGlass broken = two.get(done.get(0));
      assertThat(inUnit(() -> edge.glasses().open(SUPERVISOR.number()))).contains(broken);
      unit(() -> edge.glasses().save(broken.end(now())));
    }
  }

  @Test
  void twoProposalsThatRestOnOneChallenge_exactlyOneIsMade() {
    for (int round = 0; round < Race.ROUNDS; round++) {
      KeyChallenge challenge = challenge();
      unit(() -> edge.keyChallenges().add(challenge));
      List<OpenProposal> two = IntStream.range(0, 2).mapToObj(i -> proposal("s" + i)).toList();
      List<Integer> done =
          Race.done(
              () -> propose(two.get(0), challenge.id()), () -> propose(two.get(1), challenge.id()));
      assertThat(done).as("round %d", round).hasSize(1);
      assertThat(edge.proposals().find(two.get(1 - done.get(0)).terms().id())).isEmpty();
      OpenProposal made = two.get(done.get(0));
      assertThat(edge.proposals().find(made.terms().id())).contains(made);
      assertThat(edge.keyChallenges().find(challenge.id()).flatMap(KeyChallenge::usedFor))
          .contains(made.terms().change().digest());
    }
  }

  @Test
  void twoWhoSayTheNextOfAnAgency_exactlyOneIsKept() {
    for (int round = 0; round < Race.ROUNDS; round++) {
      Optional<AgencyHold> before = edge.holds().find(AGENCY);
      List<StandingHold> two =
          List.of(held(before, "S-1", "wrong key"), held(before, "S-2", "wrong address"));
      List<Integer> done = Race.done(() -> hold(two.get(0)), () -> hold(two.get(1)));
      assertThat(done).as("round %d", round).hasSize(1);
      assertThat(edge.holds().find(AGENCY)).contains(two.get(done.get(0)));
    }
  }

  /**
   * A release and a withdrawal, two releases, an edit and a handover: all save the next revision.
   */
  @Test
  void twoWhoChangeOneReferral_exactlyOneIsKept() {
    Referral now = kept(Samples.draft(People.UNIT));
    for (int round = 0; round < Race.ROUNDS; round++) {
      List<Referral> two =
          List.of(now.assign(new StaffNumber("S-1")), now.assign(new StaffNumber("S-2")));
      List<Integer> done = Race.done(() -> save(two.get(0)), () -> save(two.get(1)));
      assertThat(done).as("round %d", round).hasSize(1);
      now = two.get(done.get(0));
      ReferralId id = now.version().id();
      assertThat(inUnit(() -> edge.referrals().find(id))).contains(now);
    }
  }

  private void save(Referral next) {
    unit(() -> edge.referrals().save(next));
  }

  /** With the keys of its case. */
  private DraftReferral kept(DraftReferral draft) {
    unit(
        () -> {
          edge.caseKeys().create(draft.version().caseId());
          edge.referrals().add(draft);
        });
    return draft;
  }

  private void breakOver(OpenGlass glass) {
    edge.unitOfWork()
        .run(
            View.of(SUPERVISOR),
            () -> {
              edge.glasses().add(glass);
              return glass;
            });
  }

  private void propose(OpenProposal proposal, ChallengeId challenge) {
    unit(
        () -> {
          edge.keyChallenges().use(challenge, proposal.terms().change().digest());
          edge.proposals().add(proposal);
        });
  }

  private void hold(AgencyHold hold) {
    unit(() -> edge.holds().save(hold));
  }

  private void unit(Runnable work) {
    inUnit(
        () -> {
          work.run();
          return true;
        });
  }

  /** In which every case is seen. */
  private <T> T inUnit(Supplier<T> work) {
    return edge.unitOfWork().run(new View.Everything(), work);
  }

  private static OpenGlass glass(DraftReferral draft) {
    return new OpenGlass(
        new GlassTerms(
            new GlassId(Samples.IDS.event()),
            1,
            draft.version().reference(),
            draft.version().caseId(),
            draft.version().id(),
            SUPERVISOR.signatory(),
            "a child may be in danger",
            GlassSpan.longest(now())));
  }

  private static KeyChallenge challenge() {
    return new KeyChallenge(
        new ChallengeId(Samples.IDS.event()),
        AGENCY,
        Digest.of(new byte[] {1}),
        Digest.of(new byte[] {2}),
        People.ADMINISTRATOR.number(),
        now(),
        Optional.empty());
  }

  private static OpenProposal proposal(String subject) {
    return new OpenProposal(
        new ProposalTerms(
            Samples.IDS.proposal(),
            1,
            new UnbindPerson(new StaffNumber(subject), 1),
            People.ADMINISTRATOR.signatory(),
            now(),
            now().plusSeconds(3600)));
  }

  private static StandingHold held(Optional<AgencyHold> before, String by, String reason) {
    StaffNumber holder = new StaffNumber(by);
    return before
        .map(hold -> hold.again(holder, now(), reason))
        .orElseGet(() -> StandingHold.first(AGENCY, holder, now(), reason));
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
