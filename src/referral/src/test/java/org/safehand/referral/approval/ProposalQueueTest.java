package org.safehand.referral.approval;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.safehand.referral.sample.Administration.order;
import static org.safehand.referral.sample.Hotline.value;

import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Role;
import org.safehand.referral.proposal.Proposal;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.Administration;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;

/**
 * Whoever may not propose or decide does not get into the queue of those who change people, in
 * which each waits with a connection to the database.
 */
class ProposalQueueTest {
  private static final JsonObject NEWCOMER =
      json(
          "{'kind':'person-create','person':{'number':'1003','displayName':'Nora New',"
              + "'roles':['referral-officer'],'unit':'Example Hotline'}}");

  private final Hotline hotline = new Hotline();
  private final Administration office = new Administration(hotline);

  @Test
  void proposal_ofWhomNoRuleAllowsIt_doesNotQueue() {
    Actor stranger = People.staff("9001", Set.of(Role.ADMINISTRATOR));
    for (Actor actor : new Actor[] {People.OFFICER, People.SUPERVISOR, stranger}) {
      assertNotQueued(RefusalCode.OPERATION_NOT_PERMITTED, () -> office.propose(actor, NEWCOMER));
    }
    int before = hotline.ports.bindings().timesAlone();
    value(office.propose(People.ADMINISTRATOR, NEWCOMER));
    assertThat(hotline.ports.bindings().timesAlone()).isEqualTo(before + 1);
  }

  @Test
  void decision_ofWhomNoRuleAllowsIt_orOfWhatIsDecided_doesNotQueue() {
    Proposal proposal = office.proposed(NEWCOMER);
    ProposalOrder order = order(proposal);
    for (Actor actor : new Actor[] {People.OFFICER, People.AUDITOR}) {
      assertNotQueued(
          RefusalCode.OPERATION_NOT_PERMITTED, () -> office.decide.approve(actor, order));
      assertNotQueued(
          RefusalCode.OPERATION_NOT_PERMITTED, () -> office.decide.reject(actor, order, "No."));
      assertNotQueued(
          RefusalCode.OPERATION_NOT_PERMITTED,
          () -> office.decide.withdraw(actor, order.proposal(), 1));
    }
    assertNotQueued(
        RefusalCode.SECOND_PERSON_REQUIRED,
        () -> office.decide.approve(People.ADMINISTRATOR, order));
    int before = hotline.ports.bindings().timesAlone();
    value(office.decide.approve(People.OTHER_ADMINISTRATOR, order));
    assertThat(hotline.ports.bindings().timesAlone()).isEqualTo(before + 1);
    assertNotQueued(
        RefusalCode.PROPOSAL_WRONG_STATE,
        () -> office.decide.approve(People.OTHER_ADMINISTRATOR, order));
  }

  private void assertNotQueued(RefusalCode code, Supplier<Outcome<Proposal>> act) {
    int before = hotline.ports.bindings().timesAlone();
    Outcome<Proposal> outcome = act.get();
    assertThat(outcome.<String>fold(done -> "done", refusal -> refusal.code().wire()))
        .isEqualTo(code.wire());
    assertThat(hotline.ports.bindings().timesAlone()).isEqualTo(before);
  }

  private static JsonObject json(String text) {
    try {
      return Jcs.requireObject(Jcs.readAnyLayout(text.replace('\'', '"').getBytes(UTF_8)));
    } catch (JsonException e) {
      throw new IllegalStateException(e);
    }
  }
}
