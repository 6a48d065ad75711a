package org.safehand.referral.port.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.Role;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.act.Closing;
import org.safehand.referral.change.BindPerson;
import org.safehand.referral.change.Change;
import org.safehand.referral.change.ChangeDocument;
import org.safehand.referral.change.SetAgency;
import org.safehand.referral.change.UnbindPerson;
import org.safehand.referral.fault.StaleRevisionException;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.id.ProposalId;
import org.safehand.referral.person.Binding;
import org.safehand.referral.person.Place;
import org.safehand.referral.pki.TestWorld;
import org.safehand.referral.proposal.Decision;
import org.safehand.referral.proposal.OpenProposal;
import org.safehand.referral.proposal.Proposal;
import org.safehand.referral.proposal.ProposalTerms;
import org.safehand.referral.sample.People;
import org.safehand.referral.sample.Samples;

/** Proposals come back as they were saved, in every state, and never over another's change. */
public interface ProposalsContract {
  Ports ports();

  @Test
  default void proposal_ofEveryKindAndState_comesBackEqual() {
    Decision decision = new Decision(People.OTHER_ADMINISTRATOR.signatory(), Samples.MORNING);
    Closing closing =
        new Closing(People.OTHER_ADMINISTRATOR.signatory(), Samples.MORNING, "Not this year.");
    OpenProposal create = added(new BindPerson(person(new Place.Unit("hotline"), 1)));
    OpenProposal change = added(new BindPerson(person(new Place.Unit("Unit \u00e9"), 8)));
    OpenProposal end = added(new UnbindPerson(number(), 3));
    for (OpenProposal open : List.of(create, change, end)) {
      assertThat(ports().proposals().find(open.terms().id())).contains(open);
    }
    for (Proposal closed :
        List.of(create.approve(decision), change.reject(closing), end.withdraw(decision))) {
      save(closed);
      assertThat(ports().proposals().find(closed.terms().id())).contains(closed);
    }
  }

  @Test
  default void lockedProposal_isWhatWasFound() {
    Place north = new Place.OfAgency(new AgencyId("AG-N-001"));
    OpenProposal open =
        added(
            new BindPerson(
                new Binding(number(), "Lena", Set.of(Role.POLICE_LIAISON), north, true, 1)));
    assertThat(ports().unit().run(() -> ports().proposals().lock(open.terms().id())))
        .contains(open);
    assertThat(ports().unit().run(() -> ports().proposals().lock(Samples.IDS.proposal())))
        .isEmpty();
  }

  @Test
  default void proposal_decidedTwice_throwsAndKeepsTheFirst() {
    OpenProposal open = added(new UnbindPerson(number(), 1));
    Decision decision = new Decision(People.OTHER_ADMINISTRATOR.signatory(), Samples.MORNING);
    Proposal first = open.approve(decision);
    save(first);
    assertThatThrownBy(() -> save(open.withdraw(decision)))
        .isInstanceOf(StaleRevisionException.class);
    assertThat(ports().proposals().find(open.terms().id())).contains(first);
  }

  @Test
  default void proposals_areListedNewestFirstInPages() {
    OpenProposal first = added(new UnbindPerson(number(), 1));
    waitAMillisecond();
    OpenProposal second = added(new UnbindPerson(number(), 1));
    waitAMillisecond();
    OpenProposal third = added(new UnbindPerson(number(), 1));
    List<Proposal> all = list(Optional.empty(), 200);
    assertThat(all).containsSubsequence(third, second, first);
    assertThat(list(Optional.of(third.terms().id()), 200))
        .doesNotContain(third)
        .containsSubsequence(second, first);
    assertThat(list(Optional.empty(), 1)).hasSize(1);
  }

  @Test
  default void proposals_ofOtherKinds_areNotListed() {
    OpenProposal open = added(new UnbindPerson(number(), 1));
    SetAgency set = new SetAgency(TestWorld.agencies().get(0), 7);
    OpenProposal other = added(set);
    assertThat(list(Optional.empty(), 200)).contains(open).doesNotContain(other);
    Proposal found = ports().proposals().find(other.terms().id()).orElseThrow();
    assertThat(found.terms().change().digest()).isEqualTo(set.digest());
    assertThat(
            ports()
                .proposals()
                .list(ChangeDocument.kinds(Operation.MANAGE_ENDPOINTS), Optional.empty(), 200))
        .extracting(proposal -> proposal.terms().id())
        .contains(other.terms().id())
        .doesNotContain(open.terms().id());
  }

  private List<Proposal> list(Optional<ProposalId> before, int limit) {
    return ports().proposals().list(ChangeDocument.kinds(Operation.MANAGE_USERS), before, limit);
  }

  private OpenProposal added(Change change) {
    OpenProposal open =
        new OpenProposal(
            new ProposalTerms(
                Samples.IDS.proposal(),
                1,
                change,
                People.ADMINISTRATOR.signatory(),
                Samples.MORNING,
                Samples.MORNING.plus(Duration.ofDays(3))));
    return ports()
        .unit()
        .run(
            () -> {
              ports().proposals().add(open);
              return open;
            });
  }

  private void save(Proposal next) {
    ports()
        .unit()
        .run(
            () -> {
              ports().proposals().save(next);
              return next;
            });
  }

  private static Binding person(Place place, long revision) {
    return new Binding(
        number(),
        "Olga \"the\" Officer",
        Set.of(Role.REFERRAL_OFFICER, Role.RELEASE_SUPERVISOR),
        place,
        true,
        revision);
  }

  private static StaffNumber number() {
    return new StaffNumber("P" + UUID.randomUUID());
  }

  private static void waitAMillisecond() {
    long now = System.currentTimeMillis();
    while (System.currentTimeMillis() == now) {
      Thread.onSpinWait();
    }
  }
}
