package org.safehand.referral.approval;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.safehand.referral.sample.Administration.order;
import static org.safehand.referral.sample.Hotline.value;
import static org.safehand.referral.sample.Refusals.assertRefused;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Role;
import org.safehand.referral.id.ProposalId;
import org.safehand.referral.person.Binding;
import org.safehand.referral.proposal.ApprovedProposal;
import org.safehand.referral.proposal.ExpiredProposal;
import org.safehand.referral.proposal.OpenProposal;
import org.safehand.referral.proposal.Proposal;
import org.safehand.referral.proposal.ProposalTerms;
import org.safehand.referral.proposal.RejectedProposal;
import org.safehand.referral.proposal.WithdrawnProposal;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.Administration;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;
import org.safehand.referral.sample.Samples;

class ApprovalTest {
  private static final Actor FIRST = People.ADMINISTRATOR;
  private static final Actor SECOND = People.OTHER_ADMINISTRATOR;
  private static final Actor THIRD = People.staff("5003", Set.of(Role.ADMINISTRATOR));
  private static final JsonObject NEWCOMER =
      json(
          "{'kind':'person-create','person':{'number':'1003','displayName':'Nora New',"
              + "'roles':['referral-officer'],'unit':'Example Hotline'}}");

  private final Hotline hotline = new Hotline();
  private final Administration office = new Administration(hotline);

  @Test
  void newcomer_proposedAndApproved_mayActAtOnce() {
    Actor newcomer = People.staff("1003", Set.of(Role.REFERRAL_OFFICER));
    Proposal proposal = office.proposed(NEWCOMER);
    assertThat(office.newestFacts())
        .contains(
            "kind=person-create",
            "subject=1003",
            "proposalDigest=" + proposal.terms().change().digest().hex());
    assertThat(office.now("1003")).isEmpty();
    refused(newcomer, RefusalCode.OPERATION_NOT_PERMITTED, () -> open(newcomer));

    Proposal approved = value(office.decide.approve(SECOND, order(proposal)));

    assertThat(approved).isInstanceOf(ApprovedProposal.class);
    assertThat(office.newestFacts())
        .contains(
            "subject=1003",
            "roles=referral-officer",
            "active=true",
            "proposer=5001",
            "proposal=" + proposal.terms().id());
    value(open(newcomer));
    assertThat(value(office.proposals.one(FIRST, proposal.terms().id()))).isEqualTo(approved);
  }

  @Test
  void roleTakenAway_countsAtTheNextUseCase() {
    value(open(People.OFFICER));
    approved(
        "{'kind':'person-change','revision':1,'person':{'number':'1001','displayName':'Olga',"
            + "'roles':['release-supervisor'],'unit':'Example Hotline'}}");
    refused(People.OFFICER, RefusalCode.OPERATION_NOT_PERMITTED, () -> open(People.OFFICER));
    approved("{'kind':'person-deactivate','number':'1001','revision':2}");
    assertThat(office.now("1001").map(Binding::active)).contains(false);
    approved(
        "{'kind':'person-change','revision':3,'person':{'number':'1001','displayName':'Olga',"
            + "'roles':['referral-officer'],'unit':'Example Hotline'}}");
    value(open(People.OFFICER));
  }

  @Test
  void proposer_doesNotDecideOnIt() {
    Proposal proposal = office.proposed(NEWCOMER);
    refused(
        FIRST,
        RefusalCode.SECOND_PERSON_REQUIRED,
        () -> office.decide.approve(FIRST, order(proposal)));
    refused(
        FIRST,
        RefusalCode.SECOND_PERSON_REQUIRED,
        () -> office.decide.reject(FIRST, order(proposal), "No."));
    assertThat(office.now("1003")).isEmpty();
  }

  @Test
  void subject_neitherProposesNorApprovesNorRejects() {
    hotline.bound(THIRD);
    JsonObject end = json("{'kind':'person-deactivate','number':'5002','revision':1}");
    refused(SECOND, RefusalCode.PROPOSAL_ABOUT_ONESELF, () -> office.propose(SECOND, end));
    Proposal proposal = office.proposed(end);
    refused(
        SECOND,
        RefusalCode.PROPOSAL_ABOUT_ONESELF,
        () -> office.decide.approve(SECOND, order(proposal)));
    refused(
        SECOND,
        RefusalCode.PROPOSAL_ABOUT_ONESELF,
        () -> office.decide.reject(SECOND, order(proposal), "Not me."));
    value(office.decide.approve(THIRD, order(proposal)));
    assertThat(office.now("5002").map(Binding::active)).contains(false);
    refused(
        SECOND,
        RefusalCode.OPERATION_NOT_PERMITTED,
        () -> office.people.list(SECOND, Optional.empty(), 10));
  }

  @Test
  void digestOrRevision_otherThanWhatIsThere_isRefused() {
    Proposal proposal = office.proposed(NEWCOMER);
    ProposalOrder good = order(proposal);
    ProposalOrder stale =
        new ProposalOrder(good.proposal(), good.revision(), Digest.of(new byte[] {1}));
    refused(
        SECOND, RefusalCode.PROPOSAL_DIGEST_MISMATCH, () -> office.decide.approve(SECOND, stale));
    refused(
        SECOND,
        RefusalCode.PROPOSAL_DIGEST_MISMATCH,
        () -> office.decide.reject(SECOND, stale, "No."));
    ProposalOrder other = new ProposalOrder(good.proposal(), 2, good.digest());
    refused(SECOND, RefusalCode.REVISION_CONFLICT, () -> office.decide.approve(SECOND, other));
    refused(
        FIRST,
        RefusalCode.REVISION_CONFLICT,
        () -> office.decide.withdraw(FIRST, good.proposal(), 2));
    assertThat(office.now("1003")).isEmpty();
  }

  @Test
  void expired_isNotDecidedAnyMore() {
    Proposal proposal = office.proposed(NEWCOMER);
    hotline.ports.letPass(ProposalTerms.OPEN_FOR.minusMillis(1));
    assertThat(value(office.proposals.one(FIRST, proposal.terms().id())))
        .isInstanceOf(OpenProposal.class);
    hotline.ports.letPass(Duration.ofMillis(1));
    refused(
        SECOND, RefusalCode.PROPOSAL_EXPIRED, () -> office.decide.approve(SECOND, order(proposal)));
    refused(
        FIRST,
        RefusalCode.PROPOSAL_EXPIRED,
        () -> office.decide.withdraw(FIRST, proposal.terms().id(), 1));
    assertThat(value(office.proposals.list(FIRST, Optional.empty(), 10)))
        .containsExactly(new ExpiredProposal(proposal.terms()));
    assertThat(office.now("1003")).isEmpty();
  }

  @Test
  void decided_isNotDecidedAgain() {
    hotline.bound(THIRD);
    Proposal approved = office.proposed(NEWCOMER);
    value(office.decide.approve(SECOND, order(approved)));
    for (Actor actor : List.of(SECOND, THIRD)) {
      refused(
          actor,
          RefusalCode.PROPOSAL_WRONG_STATE,
          () -> office.decide.approve(actor, order(approved)));
    }
    Proposal rejected =
        office.proposed(json("{'kind':'person-deactivate','number':'1001','revision':1}"));
    assertThat(value(office.decide.reject(SECOND, order(rejected), "Stays.")))
        .isInstanceOf(RejectedProposal.class);
    assertThat(office.newestFacts()).contains("state=rejected");
    refused(
        THIRD,
        RefusalCode.PROPOSAL_WRONG_STATE,
        () -> office.decide.approve(THIRD, order(rejected)));
    assertThat(office.now("1001").map(Binding::active)).contains(true);
  }

  @Test
  void withdrawal_isTheProposersAlone() {
    Proposal proposal = office.proposed(NEWCOMER);
    refused(
        SECOND,
        RefusalCode.OPERATION_NOT_PERMITTED,
        () -> office.decide.withdraw(SECOND, proposal.terms().id(), 1));
    assertThat(value(office.decide.withdraw(FIRST, proposal.terms().id(), 1)))
        .isInstanceOf(WithdrawnProposal.class);
    assertThat(office.newestFacts()).contains("state=withdrawn");
    refused(
        SECOND,
        RefusalCode.PROPOSAL_WRONG_STATE,
        () -> office.decide.approve(SECOND, order(proposal)));
  }

  @Test
  void withFewerThanTwoAdministrators_nothingIsProposedOrApproved() {
    Proposal proposal = office.proposed(NEWCOMER);
    end(FIRST);
    refused(
        SECOND,
        RefusalCode.SECOND_PERSON_MISSING,
        () -> office.decide.approve(SECOND, order(proposal)));
    refused(
        SECOND,
        RefusalCode.SECOND_PERSON_MISSING,
        () ->
            office.propose(
                SECOND, json("{'kind':'person-deactivate','number':'1001','revision':1}")));
    assertThat(office.now("1003")).isEmpty();
  }

  @Test
  void personChangedSinceItWasProposed_isNotChangedByIt() {
    Proposal earlier =
        office.proposed(json("{'kind':'person-deactivate','number':'1002','revision':1}"));
    approved(
        "{'kind':'person-change','revision':1,'person':{'number':'1002','displayName':'Otto',"
            + "'roles':['release-supervisor'],'unit':'Example Hotline'}}");
    refused(
        SECOND,
        RefusalCode.PROPOSAL_OVERTAKEN,
        () -> office.decide.approve(SECOND, order(earlier)));
    assertThat(office.now("1002").map(Binding::revision)).contains(2L);
    Proposal twice = office.proposed(NEWCOMER);
    value(office.decide.approve(SECOND, order(office.proposed(NEWCOMER))));
    refused(
        SECOND, RefusalCode.PROPOSAL_OVERTAKEN, () -> office.decide.approve(SECOND, order(twice)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'kind':'person-create','person':P}|'1003'|'1001'|person-known-already|",
        "{'kind':'person-deactivate','number':'1003','revision':1}|||person-not-found|",
        "{'kind':'person-deactivate','number':'1001','revision':2}|||revision-conflict|",
        "{'kind':'person-change','revision':1,'person':P}|||person-not-found|",
        "{'kind':'person-create','person':P}|['referral-officer']|['auditor','referral-officer']|roles-exclude-one-another|/person/roles",
        "{'kind':'person-create','person':P}|['referral-officer']|['administrator','release-supervisor']|roles-exclude-one-another|/person/roles",
        "{'kind':'person-create','person':P}|['referral-officer']|['police-liaison']|value-invalid|/person/roles",
        "{'kind':'person-create','person':P}|['referral-officer']|[]|too-few-entries|/person/roles",
        "{'kind':'person-create','person':P}|referral-officer|referral-chief|unknown-code|/person/roles/0",
        "{'kind':'person-create','person':P}|'unit':'Example Hotline'|'agency':'AG-N-001'|value-invalid|/person/roles",
        "{'kind':'person-create','person':P}|'unit':'Example Hotline'|'unit':'x','agency':'AG-N-001'|value-invalid|/person",
        "{'kind':'person-create','person':P}|'roles':['referral-officer'],'unit':'Example Hotline'|'roles':['police-liaison'],'agency':'AG-X-999'|unknown-code|/person/agency",
        "{'kind':'person-create','person':P}|'1003'|'-1003'|value-invalid|/person/number",
        "{'kind':'person-create','person':P}|'Nora'|'No\\nra'|value-invalid|/person/displayName",
        "{'kind':'person-create','person':P}|'displayName'|'name'|unknown-field|/person/name",
        "{'kind':'person-create','person':P}|'person':|'revision':1,'person':|unknown-field|/revision",
        "{'kind':'endpoint-create','person':P}|||unknown-code|/kind"
      })
  void proposal_oneRuleFromAGoodOne_isRefused(
      String template, String good, String bad, String code, String pointer) {
    String text =
        template.replace(
            "P",
            "{'number':'1003','displayName':'Nora','roles':['referral-officer'],"
                + "'unit':'Example Hotline'}");
    if (good != null) {
      assertThat(text).contains(good);
      text = text.replace(good, bad);
    }
    JsonObject change = json(text);
    var refusal = assertRefused(hotline, FIRST, code(code), () -> office.propose(FIRST, change));
    if (pointer != null) {
      assertThat(refusal.pointers()).contains(pointer);
    }
    assertThat(value(office.proposals.list(FIRST, Optional.empty(), 10))).isEmpty();
  }

  @Test
  void onlyAdministratorsProposeAndDecide_andAuditorsRead() {
    Proposal proposal = office.proposed(NEWCOMER);
    ProposalId id = proposal.terms().id();
    assertThat(value(office.proposals.one(People.AUDITOR, id))).isEqualTo(proposal);
    assertThat(value(office.people.list(People.AUDITOR, Optional.empty(), 200))).isNotEmpty();
    for (Actor actor : List.of(People.OFFICER, People.SUPERVISOR, People.AUDITOR)) {
      refused(actor, RefusalCode.OPERATION_NOT_PERMITTED, () -> office.propose(actor, NEWCOMER));
      refused(
          actor,
          RefusalCode.OPERATION_NOT_PERMITTED,
          () -> office.decide.approve(actor, order(proposal)));
    }
    for (Actor actor : List.of(People.OFFICER, People.SUPERVISOR)) {
      refused(actor, RefusalCode.OPERATION_NOT_PERMITTED, () -> office.proposals.one(actor, id));
      refused(
          actor,
          RefusalCode.OPERATION_NOT_PERMITTED,
          () -> office.people.one(actor, People.OFFICER.number()));
    }
    refused(
        People.LIAISON_NORTH,
        RefusalCode.PROPOSAL_NOT_FOUND,
        () -> office.proposals.one(People.LIAISON_NORTH, id));
    refused(
        FIRST,
        RefusalCode.PROPOSAL_NOT_FOUND,
        () -> office.proposals.one(FIRST, Samples.IDS.proposal()));
  }

  @Test
  void repeatedRequest_isAnsweredWithTheFirstProposal() {
    NewProposal request = new NewProposal(Hotline.key("one"), NEWCOMER);
    Proposal first = value(office.propose.propose(FIRST, request));
    assertThat(value(office.propose.propose(FIRST, request))).isEqualTo(first);
    assertThat(value(office.proposals.list(FIRST, Optional.empty(), 10))).hasSize(1);
  }

  @Test
  void approval_whoseEventIsNotCommitted_changesNothing() {
    Proposal proposal = office.proposed(NEWCOMER);
    hotline.ports.unit().failAtTheNextCommit();
    assertThatThrownBy(() -> office.decide.approve(SECOND, order(proposal)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(office.now("1003")).isEmpty();
    assertThat(value(office.proposals.one(FIRST, proposal.terms().id()))).isEqualTo(proposal);
  }

  private void approved(String change) {
    value(office.decide.approve(SECOND, order(office.proposed(json(change)))));
  }

  private void end(Actor actor) {
    hotline
        .ports
        .unit()
        .run(
            () -> {
              var bindings = hotline.ports.bindings();
              bindings.save(bindings.find(actor.number()).orElseThrow().ended());
              return bindings;
            });
  }

  private Outcome<?> open(Actor actor) {
    return hotline.open.open(actor, Hotline.request(Samples.document()));
  }

  private void refused(Actor actor, RefusalCode code, Supplier<Outcome<?>> attempt) {
    assertRefused(hotline, actor, code, attempt);
  }

  private static RefusalCode code(String wire) {
    return Arrays.stream(RefusalCode.values())
        .filter(code -> code.wire().equals(wire))
        .findFirst()
        .orElseThrow();
  }

  private static JsonObject json(String text) {
    try {
      return Jcs.requireObject(Jcs.readAnyLayout(text.replace('\'', '"').getBytes(UTF_8)));
    } catch (JsonException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
