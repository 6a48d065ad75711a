package org.safehand.store.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Role;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.change.UnbindPerson;
import org.safehand.referral.proposal.Decision;
import org.safehand.referral.proposal.OpenProposal;
import org.safehand.referral.proposal.Proposal;
import org.safehand.referral.proposal.ProposalTerms;
import org.safehand.referral.proposal.Proposals;
import org.safehand.referral.sample.People;
import org.safehand.store.fault.StoreException;
import org.safehand.store.sample.Samples;
import org.safehand.store.sample.TestStore;

/** What the database itself refuses, whatever the gateway's code would let through. */
class JpaProposalsTest {
  private final TestStore test = TestStore.create();
  private final Proposals proposals = test.store().proposals();

  @Test
  void approval_byWhoProposed_isRefusedByTheDatabase() {
    OpenProposal open = open("s1");
    test.unit(() -> proposals.add(open));
    assertRefused(open.approve(by(People.ADMINISTRATOR)));
    assertThat(proposals.find(open.terms().id())).contains(open);
  }

  @Test
  void approval_byWhomItIsAbout_isRefusedByTheDatabase() {
    Actor subject = People.staff("s1", Set.of(Role.ADMINISTRATOR));
    OpenProposal open = open("s1");
    test.unit(() -> proposals.add(open));
    assertRefused(open.approve(by(subject)));
    test.unit(() -> proposals.save(open.approve(by(People.OTHER_ADMINISTRATOR))));
  }

  @Test
  void proposal_aboutOneself_isRefusedByTheDatabase() {
    OpenProposal open = open(People.ADMINISTRATOR.number().value());
    assertThatThrownBy(() -> test.unit(() -> proposals.add(open)))
        .isInstanceOf(StoreException.class);
  }

  private void assertRefused(Proposal approved) {
    assertThatThrownBy(() -> test.unit(() -> proposals.save(approved)))
        .isInstanceOf(StoreException.class);
  }

  private static Decision by(Actor actor) {
    return new Decision(actor.signatory(), Samples.NOW);
  }

  private static OpenProposal open(String subject) {
    return new OpenProposal(
        new ProposalTerms(
            Samples.IDS.proposal(),
            1,
            new UnbindPerson(new StaffNumber(subject), 1),
            People.ADMINISTRATOR.signatory(),
            Samples.NOW,
            Samples.NOW.plus(ProposalTerms.OPEN_FOR)));
  }
}
