package org.safehand.referral.approval;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.safehand.referral.sample.Administration.order;
import static org.safehand.referral.sample.Hotline.value;
import static org.safehand.referral.sample.Refusals.assertRefused;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonObject;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.change.ChangeDocument;
import org.safehand.referral.change.RemoveAgency;
import org.safehand.referral.change.SetAgency;
import org.safehand.referral.change.SetAuthorities;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.endpoint.Agency;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.endpoint.Endpoint;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.pki.TestCertificates;
import org.safehand.referral.pki.TestWorld;
import org.safehand.referral.proposal.Proposal;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.Administration;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;
import org.safehand.referral.stepup.ProvenAct;
import org.safehand.referral.stepup.StepUpOrder;
import org.safehand.referral.transfer.DispatchState;

/** Where agencies receive is changed by an administrator and a supervisor together. */
class RegistryApprovalTest {
  private static final Actor ADMINISTRATOR = People.ADMINISTRATOR;
  private static final Actor SUPERVISOR = People.SUPERVISOR;
  private static final AgencyId NORTH = new AgencyId("AG-N-001");
  private static final AgencyId WEST = new AgencyId("AG-W-003");

  private final Hotline hotline = new Hotline();
  private final Administration office = new Administration(hotline);

  @Test
  void agencyRenamed_byTwo_standsAtOnce_andTheEventNamesWhatChanged() {
    Proposal proposal = office.proposed(renamed().content());
    assertThat(office.newestFacts())
        .contains("kind=agency-set", "subject=AG-N-001")
        .contains("proposalDigest=" + proposal.terms().change().digest().hex());
    assertThat(hotline.endpoints.agency(NORTH).map(Agency::name)).contains("Agency AG-N-001");

    value(office.approved(SUPERVISOR, proposal));

    assertThat(hotline.endpoints.agency(NORTH).map(Agency::name)).contains("Renamed");
    assertThat(hotline.endpoints.now().revision()).isEqualTo(2);
    assertThat(office.newestFacts())
        .contains("subject=AG-N-001", "changed=/name", "revision=2", "proposer=5001")
        .contains("proposal=" + proposal.terms().id());
    assertThat(hotline.ports.recorder().newest().event().header().actor().toString())
        .contains("step-up");
  }

  @Test
  void newAgency_isRegistered_andOneOfAKnownNameIsNot() {
    value(office.approved(SUPERVISOR, office.proposed(west(0).content())));
    assertThat(hotline.endpoints.agency(WEST)).isPresent();
    assertThat(office.newestFacts()).contains("changed=all");
    refused(
        ADMINISTRATOR,
        RefusalCode.AGENCY_KNOWN_ALREADY,
        () -> office.propose(ADMINISTRATOR, west(0).content()));
    refused(
        ADMINISTRATOR,
        RefusalCode.REVISION_CONFLICT,
        () -> office.propose(ADMINISTRATOR, west(1).content()));
    value(office.propose(ADMINISTRATOR, west(2).content()));
  }

  @Test
  void agencyRemoved_isSentNothingAnyMore_andWhatWaitsIsSuspended() {
    Dispatch queued = hotline.dispatched("AG-N-001").get(0);
    value(office.approved(SUPERVISOR, office.proposed(new RemoveAgency(NORTH, 1).content())));
    assertThat(hotline.endpoints.agency(NORTH)).isEmpty();
    assertThat(office.newestFacts()).contains("removed=true", "subject=AG-N-001");

    hotline.authorise.authorise(People.NODE, queued.order().id());

    assertThat(hotline.ports.dispatches().find(queued.order().id()).map(Dispatch::state))
        .contains(DispatchState.SUSPENDED);
    refused(
        ADMINISTRATOR,
        RefusalCode.AGENCY_NOT_FOUND,
        () -> office.propose(ADMINISTRATOR, new RemoveAgency(NORTH, 1).content()));
  }

  @Test
  void endpointOfAnAgency_takenAway_suspendsWhatWaitsForIt() {
    Dispatch queued = hotline.dispatched("AG-N-001").get(0);
    SetAgency moved = new SetAgency(agency(NORTH, "Moved", "other"), 1);
    value(office.approved(SUPERVISOR, office.proposed(moved.content())));
    hotline.authorise.authorise(People.NODE, queued.order().id());
    assertThat(hotline.ports.dispatches().find(queued.order().id()).map(Dispatch::state))
        .contains(DispatchState.SUSPENDED);
  }

  @Test
  void authorities_areSetByTwo() {
    SetAuthorities set = new SetAuthorities(List.of(), 1);
    value(office.approved(SUPERVISOR, office.proposed(set.content())));
    assertThat(hotline.endpoints.now().authoritiesRevision()).isEqualTo(2);
    assertThat(office.newestFacts()).contains("subject=authorities");
    refused(
        ADMINISTRATOR,
        RefusalCode.REVISION_CONFLICT,
        () -> office.propose(ADMINISTRATOR, set.content()));
  }

  @Test
  void approvalAndRejection_askForTheSecondFactor_forExactlyThis() {
    Proposal proposal = office.proposed(renamed().content());
    ProposalOrder order = order(proposal);
    RefusalCode asked = RefusalCode.INSUFFICIENT_USER_AUTHENTICATION;
    refused(SUPERVISOR, asked, () -> office.decide.approve(SUPERVISOR, order));
    refused(SUPERVISOR, asked, () -> office.decide.reject(SUPERVISOR, order, "No."));

    hotline.proven(order.rejection(SUPERVISOR.number(), Operation.MANAGE_ENDPOINTS, "No."));
    refused(SUPERVISOR, asked, () -> office.decide.approve(SUPERVISOR, order));
    refused(SUPERVISOR, asked, () -> office.decide.reject(SUPERVISOR, order, "Another reason."));
    hotline.proven(order.approval(People.OTHER_SUPERVISOR.number(), Operation.MANAGE_ENDPOINTS));
    refused(SUPERVISOR, asked, () -> office.decide.approve(SUPERVISOR, order));
    assertThat(hotline.endpoints.now().revision()).isEqualTo(1);

    value(office.decide.reject(SUPERVISOR, order, "No."));
    assertThat(office.newestFacts()).contains("state=rejected");
    assertThat(hotline.endpoints.now().revision()).isEqualTo(1);
  }

  @Test
  void secondFactor_isBoundToTheProposalThatTheSupervisorRead() {
    Proposal proposal = office.proposed(renamed().content());
    String id = proposal.terms().id().toString();
    StepUpOrder order =
        new StepUpOrder(Operation.MANAGE_ENDPOINTS, id, 1, proposal.terms().change().digest());
    ProvenAct bound = value(hotline.grantStepUp.bind(SUPERVISOR, order)).binding();
    assertThat(bound)
        .isEqualTo(order(proposal).approval(SUPERVISOR.number(), Operation.MANAGE_ENDPOINTS));
    refused(
        ADMINISTRATOR,
        RefusalCode.OPERATION_NOT_PERMITTED,
        () -> hotline.grantStepUp.bind(ADMINISTRATOR, order));
    StepUpOrder stale = new StepUpOrder(Operation.MANAGE_ENDPOINTS, id, 2, order.digest());
    refused(
        SUPERVISOR,
        RefusalCode.STEP_UP_OTHER_VERSION,
        () -> hotline.grantStepUp.bind(SUPERVISOR, stale));
    StepUpOrder unknown =
        new StepUpOrder(
            Operation.MANAGE_ENDPOINTS, hotline.ids.proposal().toString(), 1, order.digest());
    refused(
        SUPERVISOR,
        RefusalCode.PROPOSAL_NOT_FOUND,
        () -> hotline.grantStepUp.bind(SUPERVISOR, unknown));
  }

  @Test
  void administratorsProposeAndSupervisorsDecide_neverTheOtherWayRound() {
    Proposal proposal = office.proposed(renamed().content());
    RefusalCode no = RefusalCode.OPERATION_NOT_PERMITTED;
    for (Actor actor : List.of(ADMINISTRATOR, People.OTHER_ADMINISTRATOR, People.AUDITOR)) {
      refused(actor, no, () -> office.decide.approve(actor, order(proposal)));
      refused(actor, no, () -> office.decide.reject(actor, order(proposal), "No."));
      value(office.proposals.one(actor, proposal.terms().id()));
      value(office.registry.now(actor));
    }
    for (Actor actor : List.of(SUPERVISOR, People.AUDITOR, People.COLLEAGUE)) {
      refused(actor, no, () -> office.propose(actor, renamed().content()));
    }
    refused(
        People.COLLEAGUE, no, () -> office.proposals.one(People.COLLEAGUE, proposal.terms().id()));
    refused(People.COLLEAGUE, no, () -> office.registry.now(People.COLLEAGUE));
    refused(
        People.LIAISON_NORTH,
        RefusalCode.REGISTRY_NOT_FOUND,
        () -> office.registry.now(People.LIAISON_NORTH));
    assertThat(value(office.registry.now(SUPERVISOR)).agencies()).hasSize(2);
    value(office.decide.withdraw(ADMINISTRATOR, proposal.terms().id(), 1));
  }

  @Test
  void supervisors_readProposalsAboutEndpoints_andNotThoseAboutPeople() throws Exception {
    JsonObject end =
        Jcs.requireObject(
            Jcs.readAnyLayout(
                "{\"kind\":\"person-deactivate\",\"number\":\"1002\",\"revision\":1}"
                    .getBytes(UTF_8)));
    Proposal person = office.proposed(end);
    Proposal agency = office.proposed(renamed().content());
    assertThat(value(office.proposals.list(SUPERVISOR, Optional.empty(), 10)))
        .extracting(found -> found.terms().id())
        .containsExactly(agency.terms().id());
    assertThat(value(office.proposals.list(People.AUDITOR, Optional.empty(), 10))).hasSize(2);
    refused(
        SUPERVISOR,
        RefusalCode.OPERATION_NOT_PERMITTED,
        () -> office.proposals.one(SUPERVISOR, person.terms().id()));
    refused(
        SUPERVISOR, RefusalCode.OPERATION_NOT_PERMITTED, () -> office.approved(SUPERVISOR, person));
  }

  @Test
  void agencyChangedSinceItWasProposed_isNotChangedByIt() {
    Proposal earlier = office.proposed(renamed().content());
    value(office.approved(SUPERVISOR, office.proposed(new RemoveAgency(NORTH, 1).content())));
    refused(SUPERVISOR, RefusalCode.PROPOSAL_OVERTAKEN, () -> office.approved(SUPERVISOR, earlier));
    assertThat(hotline.endpoints.agency(NORTH)).isEmpty();
  }

  @Test
  void proposal_expiredOrWithAnotherDigest_isNotDone() {
    Proposal proposal = office.proposed(renamed().content());
    ProposalOrder good = order(proposal);
    ProposalOrder stale = new ProposalOrder(good.proposal(), 1, west(0).digest());
    refused(
        SUPERVISOR,
        RefusalCode.PROPOSAL_DIGEST_MISMATCH,
        () -> office.decide.approve(SUPERVISOR, stale));
    hotline.ports.letPass(Duration.ofDays(7));
    refused(SUPERVISOR, RefusalCode.PROPOSAL_EXPIRED, () -> office.approved(SUPERVISOR, proposal));
    assertThat(hotline.endpoints.now().revision()).isEqualTo(1);
  }

  @Test
  void withFewerThanTwoSupervisors_nothingIsProposedOrApproved() {
    Proposal proposal = office.proposed(renamed().content());
    for (Actor actor : List.of(People.OTHER_SUPERVISOR, People.OFFICER_AND_SUPERVISOR)) {
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
    RefusalCode missing = RefusalCode.SECOND_PERSON_MISSING;
    refused(SUPERVISOR, missing, () -> office.approved(SUPERVISOR, proposal));
    refused(ADMINISTRATOR, missing, () -> office.propose(ADMINISTRATOR, west(0).content()));
  }

  @Test
  void approval_whoseEventIsNotCommitted_changesNothing() {
    Proposal proposal = office.proposed(renamed().content());
    ProposalOrder order = order(proposal);
    hotline.proven(order.approval(SUPERVISOR.number(), Operation.MANAGE_ENDPOINTS));
    hotline.ports.unit().failAtTheNextCommit();
    assertThatThrownBy(() -> office.decide.approve(SUPERVISOR, order))
        .isInstanceOf(IllegalStateException.class);
    assertThat(hotline.endpoints.now().revision()).isEqualTo(1);
    value(office.decide.approve(SUPERVISOR, order));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"country\":\"NO\"|\"country\":\"ZZ\"|/agency/country",
        "\"channel\":\"pick-up\"|\"channel\":\"fax\"|/agency/endpoints/0/channel",
        "https://localhost|http://agency.example.org|/agency/endpoints/0/address",
        "-----END CERTIFICATE-----|-----END|/agency/endpoints/0/encryptionCertificates/0",
        "\"name\":|\"title\":\"x\",\"name\":|/agency/title",
        "\"signer\":\"CN=Signer\"|\"signer\":\"nobody\"|/agency/endpoints/0/signer",
        "\"id\":\"AG-W-003\"|\"id\":\"west\"|/agency/id",
        "\"maxBytes\":1000|\"maxBytes\":0|/agency/endpoints/0/maxBytes",
      })
  void agency_oneRuleFromAGoodOne_isRefusedWithItsPlace(String good, String bad, String pointer)
      throws Exception {
    String text = new String(Jcs.write(west(0).content()), UTF_8);
    assertThat(text).contains(good);
    JsonObject change =
        Jcs.requireObject(Jcs.readAnyLayout(text.replace(good, bad).getBytes(UTF_8)));
    var refusal =
        assertRefused(
            hotline, ADMINISTRATOR, code(change), () -> office.propose(ADMINISTRATOR, change));
    assertThat(refusal.pointers()).contains(pointer);
  }

  @Test
  void endpointOrMachineTwice_isRefused() {
    Endpoint endpoint =
        endpoint("main", recipient(), List.of(TestWorld.NORTH_RECEIPTS.certificate()));
    assertThatThrownBy(() -> new Agency(WEST, "West", "NO", List.of(endpoint, endpoint)))
        .hasMessageContaining("an endpoint is named twice");
    value(
        office.approved(
            SUPERVISOR,
            office.proposed(
                new SetAgency(new Agency(WEST, "W", "NO", List.of(endpoint)), 0).content())));
    SetAgency same =
        new SetAgency(new Agency(new AgencyId("AG-E-004"), "E", "NO", List.of(endpoint)), 0);
    var refusal =
        assertRefused(
            hotline,
            ADMINISTRATOR,
            RefusalCode.VALUE_INVALID,
            () -> office.propose(ADMINISTRATOR, same.content()));
    assertThat(refusal.detail()).contains("one machine is of two agencies");
  }

  @Test
  void certificateThatIsOver_isNotRegistered_butOneThatStandsThereMayStay() {
    RecipientCertificate over =
        TestCertificates.valid(
            Instant.now().minus(Duration.ofDays(9)), Instant.now().minus(Duration.ofDays(2)));
    SetAgency bad =
        new SetAgency(new Agency(WEST, "W", "NO", List.of(endpoint("main", over, List.of()))), 0);
    var refusal =
        assertRefused(
            hotline,
            ADMINISTRATOR,
            RefusalCode.VALUE_INVALID,
            () -> office.propose(ADMINISTRATOR, bad.content()));
    assertThat(refusal.pointers()).containsExactly("/agency/endpoints/0/encryptionCertificates/0");

    hotline.endpoints.encryptTo("AG-N-001", over);
    Agency north = hotline.endpoints.agency(NORTH).orElseThrow();
    Agency renamed = new Agency(NORTH, "Renamed", north.country(), north.endpoints());
    value(office.propose(ADMINISTRATOR, new SetAgency(renamed, 1).content()));
  }

  private SetAgency renamed() {
    Agency north = hotline.endpoints.agency(NORTH).orElseThrow();
    return new SetAgency(new Agency(NORTH, "Renamed", north.country(), north.endpoints()), 1);
  }

  private static SetAgency west(long read) {
    return new SetAgency(agency(WEST, "Agency West", "main-west"), read);
  }

  private static Agency agency(AgencyId id, String name, String endpoint) {
    return new Agency(id, name, "NO", List.of(endpoint(endpoint, recipient(), List.of())));
  }

  private static RecipientCertificate recipient() {
    return TestWorld.agencies().get(0).primary().encryptionCertificates().get(0);
  }

  private static Endpoint endpoint(
      String id, RecipientCertificate recipient, List<X509Certificate> machines) {
    return new Endpoint(
        id,
        Channel.PICK_UP,
        "https://localhost:8490/",
        List.of(recipient),
        List.of(TestWorld.NORTH_RECEIPTS.certificate()),
        machines,
        TestWorld.AGENCY_CA.certificate(),
        "CN=Signer",
        1000);
  }

  /** Which code the document's first fault has; the place is what the test is about. */
  private static RefusalCode code(JsonObject change) {
    return ChangeDocument.read(change)
        .fold(
            read -> {
              throw new AssertionError("read: " + read);
            },
            refusal -> refusal.code());
  }

  private void refused(Actor actor, RefusalCode code, Supplier<Outcome<?>> attempt) {
    assertRefused(hotline, actor, code, attempt);
  }
}
