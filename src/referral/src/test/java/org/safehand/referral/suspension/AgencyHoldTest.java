package org.safehand.referral.suspension;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.safehand.referral.sample.Hotline.value;
import static org.safehand.referral.sample.Refusals.assertRefused;
import static org.safehand.referral.sample.Refusals.refusal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.delivery.SendingDispatch;
import org.safehand.referral.dispatch.Failure;
import org.safehand.referral.endpoint.Agency;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.hold.LiftedHold;
import org.safehand.referral.hold.StandingHold;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.registry.RegisteredAgency;
import org.safehand.referral.registry.Registry;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;
import org.safehand.referral.stepup.StepUpOrder;

class AgencyHoldTest {
  private static final AgencyId NORTH = new AgencyId("AG-N-001");
  private static final AgencyId SOUTH = new AgencyId("AG-S-002");
  private static final Failure RESET = new Failure("connection-reset", "the connection broke off");

  private final Hotline hotline = new Hotline();
  private final HoldAgency holding =
      new HoldAgency(
          hotline.attempts,
          hotline.access,
          hotline.endpoints,
          hotline.ports.holds(),
          hotline.journal,
          hotline.ports.clock());
  private final LiftHold lifting =
      new LiftHold(
          hotline.attempts,
          hotline.access,
          hotline.ports.holds(),
          hotline.stepUp,
          hotline.journal,
          hotline.ports.clock());
  private final ReadHolds read =
      new ReadHolds(hotline.attempts, hotline.access, hotline.ports.holds(), hotline.journal);

  @Test
  void held_whereverItsDispatchesAre_nothingIsHandedToIt_andLiftedTheyGoOnAsTheyWere() {
    DispatchId queued = hotline.dispatched("AG-N-001").get(0).order().id();
    DispatchId authorised = hotline.dispatched("AG-N-001").get(0).order().id();
    value(hotline.authorise.authorise(People.NODE, authorised));
    hotline.ports.recorder().publish();
    DispatchId ready = hotline.packaged("AG-N-001").order().id();
    StandingHold hold = held(NORTH);

    assertHeld(hotline.authorise.authorise(People.NODE, queued));
    hotline.tsa.before(() -> fail("a time-stamp was spent on it"));
    assertHeld(hotline.pack.pack(People.NODE, authorised));
    hotline.tsa.before(() -> {});
    assertThat(hotline.claim.claim(People.NODE, Channel.SOAP)).isEmpty();
    assertThat(states(queued, authorised, ready)).containsExactly("QUEUED", "AUTHORISED", "READY");

    value(lifted(hold, "new key"));
    value(hotline.authorise.authorise(People.NODE, queued));
    value(hotline.pack.pack(People.NODE, authorised));
    assertThat(states(queued, authorised)).containsExactly("AUTHORISED", "READY");
    assertThat(List.of(claim().order().id(), claim().order().id()))
        .containsExactlyInAnyOrder(ready, authorised);
  }

  @Test
  void held_itsPackageIsNotHandedOut_andThoseOfOthersAre() {
    DispatchId offered = hotline.packaged("AG-S-002").order().id();
    StandingHold hold = held(SOUTH);
    DispatchId north = hotline.packaged("AG-N-001").order().id();
    assertRefused(
        hotline,
        People.LIAISON_SOUTH,
        RefusalCode.AGENCY_HELD_BACK,
        () -> hotline.fetched(People.LIAISON_SOUTH, offered));
    assertThat(claim().order().id()).isEqualTo(north);
    value(lifted(hold, "new key"));
    value(hotline.fetched(People.LIAISON_SOUTH, offered));
  }

  /** Or a supervisor would lift it for the first reason and never read the second. */
  @Test
  void held_againForAnotherReason_isAHoldOfItsOwn_andTheSameSaidTwiceIsNot() {
    StandingHold first = held(NORTH);
    int events = hotline.ports.recorder().size();
    assertThat(value(holding.hold(People.ADMINISTRATOR, NORTH, first.reason()))).isEqualTo(first);
    assertThat(hotline.ports.recorder().size()).isEqualTo(events);
    StandingHold second = value(holding.hold(People.ADMINISTRATOR, NORTH, "a key was stolen"));
    assertThat(second.revision()).isEqualTo(first.revision() + 1);
    assertThat(hotline.ports.recorder().newest().event().header().type())
        .isEqualTo(EventType.AGENCY_HELD);
    assertThat(refusal(lifted(first, "new address")).code())
        .isEqualTo(RefusalCode.REVISION_CONFLICT);
    value(lifted(second, "new key"));
  }

  @Test
  void held_whileItIsSentTo_thatSettles_andIsNotTriedAgain() {
    DispatchId id = hotline.packaged("AG-N-001").order().id();
    SendingDispatch claim = claim();
    StandingHold hold = held(NORTH);
    value(hotline.settle.unknown(People.NODE, claim, RESET));
    hotline.ports.letPass(Duration.ofMinutes(1));
    assertThat(hotline.claim.claim(People.NODE, Channel.SOAP)).isEmpty();
    value(lifted(hold, "new address"));
    SendingDispatch again = claim();
    assertThat(again.order().id()).isEqualTo(id);
    assertThat(again.reconcile()).isTrue();
  }

  @Test
  void held_oneOfTwoRecipients_theOtherGoesOn_andItIsToldOfTheOne() {
    held(SOUTH);
    List<Dispatch> both = hotline.dispatched("AG-N-001", "AG-S-002");
    value(hotline.authorise.authorise(People.NODE, of(both, NORTH)));
    assertThat(states(of(both, NORTH), of(both, SOUTH))).containsExactly("AUTHORISED", "QUEUED");
    assertThat(hotline.holds.held()).containsExactly(SOUTH);
  }

  @Test
  void held_whileEvidenceIsRead_isNotAuthorised() {
    DispatchId id = hotline.dispatched("AG-N-001").get(0).order().id();
    hotline.standing.meanwhile(() -> held(NORTH));
    assertHeld(hotline.authorise.authorise(People.NODE, id));
    assertThat(states(id)).containsExactly("QUEUED");
  }

  @Test
  void held_whileThePackageIsSealed_isNotFinished() {
    DispatchId id = hotline.dispatched("AG-N-001").get(0).order().id();
    value(hotline.authorise.authorise(People.NODE, id));
    hotline.ports.recorder().publish();
    hotline.tsa.before(() -> held(NORTH));
    assertHeld(hotline.pack.pack(People.NODE, id));
    assertThat(states(id)).containsExactly("AUTHORISED");
  }

  /** Or everybody would wait behind the one that is due longest. */
  @Test
  void held_isPassedOver_soThatOthersAreSentTo() {
    registerEast();
    hotline.packaged("AG-N-001");
    DispatchId east = hotline.packaged("AG-E-003").order().id();
    held(NORTH);
    assertThat(claim().order().id()).isEqualTo(east);
    assertThat(hotline.claim.claim(People.NODE, Channel.SOAP)).isEmpty();
  }

  @Test
  void suspendedOneByOne_staysSuspended_afterTheHoldIsLifted() {
    DispatchId id = hotline.packaged("AG-N-001").order().id();
    value(
        new SuspendDispatch(
                hotline.attempts,
                hotline.access,
                hotline.ports.dispatches(),
                hotline.ports.outbox(),
                hotline.events)
            .suspend(
                People.SUPERVISOR,
                new SuspensionOrder(
                    id,
                    hotline.ports.dispatches().find(id).orElseThrow().order().revision(),
                    "wait")));
    value(lifted(held(NORTH), "new key"));
    assertThat(hotline.claim.claim(People.NODE, Channel.SOAP)).isEmpty();
    assertThat(states(id)).containsExactly("SUSPENDED");
  }

  @Test
  void holdAndLift_areEvents_withWhoseAndWhy() {
    StandingHold hold = held(NORTH);
    EventHeader event = newest();
    assertThat(event.type()).isEqualTo(EventType.AGENCY_HELD);
    assertThat(event.facts()).containsExactlyEntriesOf(Map.of("agency", "AG-N-001"));
    assertThat(String.valueOf(event.basis())).contains("wrong key");
    LiftedHold lifted = value(lifted(hold, "new key"));
    assertThat(newest().type()).isEqualTo(EventType.AGENCY_LIFTED);
    assertThat(newest().facts())
        .containsEntry("heldBy", People.ADMINISTRATOR.number().value())
        .containsEntry("agency", "AG-N-001");
    assertThat(newest().actor().authentication()).contains("step-up");
    assertThat(held(NORTH).revision()).isEqualTo(lifted.revision() + 1);
  }

  @Test
  void hold_byAnybodyElse_orOfNobody_orWithoutAReason_isRefused() {
    for (Actor other :
        List.of(People.OFFICER, People.SUPERVISOR, People.AUDITOR, People.LIAISON_NORTH)) {
      assertRefused(
          hotline,
          other,
          RefusalCode.OPERATION_NOT_PERMITTED,
          () -> holding.hold(other, NORTH, "no"));
    }
    assertRefused(
        hotline,
        People.ADMINISTRATOR,
        RefusalCode.AGENCY_NOT_FOUND,
        () -> holding.hold(People.ADMINISTRATOR, new AgencyId("AG-X-999"), "no"));
    assertRefused(
        hotline,
        People.ADMINISTRATOR,
        RefusalCode.FIELD_REQUIRED,
        () -> holding.hold(People.ADMINISTRATOR, NORTH, " "));
    assertThat(hotline.ports.holds().standing()).isEmpty();
  }

  @Test
  void lift_byWhoHeld_orWithoutTheStepUpForIt_orOfAnother_isRefused() {
    StandingHold hold = held(NORTH);
    for (Actor other : List.of(People.ADMINISTRATOR, People.AUDITOR, People.OFFICER)) {
      assertRefused(
          hotline,
          other,
          RefusalCode.OPERATION_NOT_PERMITTED,
          () -> lifting.lift(other, order(hold, "no")));
    }
    assertThat(refusal(lifting.lift(People.LIAISON_NORTH, order(hold, "no"))).code())
        .isEqualTo(RefusalCode.AGENCY_NOT_FOUND);
    hotline.proven(order(hold, "another").binding(People.SUPERVISOR.number()));
    assertRefused(
        hotline,
        People.SUPERVISOR,
        RefusalCode.INSUFFICIENT_USER_AUTHENTICATION,
        () -> lifting.lift(People.SUPERVISOR, order(hold, "new key")));
    LiftOrder stale = new LiftOrder(NORTH, 7, "new key");
    hotline.proven(stale.binding(People.SUPERVISOR.number()));
    assertRefused(
        hotline,
        People.SUPERVISOR,
        RefusalCode.REVISION_CONFLICT,
        () -> lifting.lift(People.SUPERVISOR, stale));
    assertRefused(
        hotline,
        People.SUPERVISOR,
        RefusalCode.AGENCY_NOT_HELD,
        () -> lifting.lift(People.SUPERVISOR, new LiftOrder(SOUTH, 1, "new key")));
  }

  /** Who held it and has become a supervisor since does not lift it alone either. */
  @Test
  void lift_byWhoHeldIt_inAnotherRole_isRefused() {
    StaffNumber holder = People.SUPERVISOR.number();
    StandingHold hold =
        StandingHold.first(NORTH, holder, hotline.ports.clock().instant(), "when I was another");
    hotline
        .ports
        .unit()
        .run(
            () -> {
              hotline.ports.holds().save(hold);
              return hold;
            });
    assertThat(refusal(lifted(hold, "new key")).code())
        .isEqualTo(RefusalCode.SECOND_PERSON_REQUIRED);
  }

  @Test
  void stepUp_isBoundToTheHoldThatWasRead() {
    StandingHold hold = held(NORTH);
    assertThat(value(hotline.grantStepUp.bind(People.SUPERVISOR, stepUp(1))).binding())
        .isEqualTo(order(hold, "new key").binding(People.SUPERVISOR.number()));
    assertThat(refusal(hotline.grantStepUp.bind(People.SUPERVISOR, stepUp(2))).code())
        .isEqualTo(RefusalCode.STEP_UP_OTHER_VERSION);
    assertThat(refusal(hotline.grantStepUp.bind(People.ADMINISTRATOR, stepUp(1))).code())
        .isEqualTo(RefusalCode.OPERATION_NOT_PERMITTED);
    value(lifted(hold, "new key"));
    assertThat(refusal(hotline.grantStepUp.bind(People.SUPERVISOR, stepUp(2))).code())
        .isEqualTo(RefusalCode.AGENCY_NOT_HELD);
  }

  @Test
  void holds_areShownToWhoMayReadTheRegistry() {
    StandingHold hold = held(NORTH);
    for (Actor reader : List.of(People.ADMINISTRATOR, People.SUPERVISOR, People.AUDITOR)) {
      assertThat(value(read.standing(reader))).containsExactly(hold);
    }
    assertRefused(
        hotline,
        People.OFFICER,
        RefusalCode.OPERATION_NOT_PERMITTED,
        () -> read.standing(People.OFFICER));
  }

  @RepeatedTest(20)
  void holdAndClaim_atTheSameTime_haveAnOrder() {
    DispatchId id = hotline.packaged("AG-N-001").order().id();
    CompletableFuture<List<String>> hold =
        CompletableFuture.supplyAsync(
            () -> {
              held(NORTH);
              return states(id);
            });
    boolean claimed = hotline.claim.claim(People.NODE, Channel.SOAP).isPresent();
    assertThat(hold.join()).as("claimed before, or not at all").isEqualTo(states(id));
    assertThat(states(id)).containsExactly(claimed ? "SENDING" : "READY");
    assertThat(hotline.claim.claim(People.NODE, Channel.SOAP)).isEmpty();
  }

  /** One more agency, that receives as the one in the north does. */
  private void registerEast() {
    Registry now = hotline.endpoints.now();
    List<RegisteredAgency> agencies = new ArrayList<>(now.agencies());
    agencies.add(
        0,
        new RegisteredAgency(
            new Agency(
                new AgencyId("AG-E-003"),
                "Eastern Police",
                "XX",
                now.agency(NORTH).orElseThrow().agency().endpoints()),
            now.revision() + 1));
    Registry next =
        new Registry(now.revision() + 1, agencies, now.authorities(), now.authoritiesRevision());
    hotline
        .ports
        .unit()
        .run(
            () -> {
              hotline.endpoints.save(next);
              return next;
            });
  }

  private StandingHold held(AgencyId agency) {
    return value(holding.hold(People.ADMINISTRATOR, agency, "wrong key"));
  }

  private Outcome<LiftedHold> lifted(StandingHold hold, String reason) {
    hotline.proven(order(hold, reason).binding(People.SUPERVISOR.number()));
    return lifting.lift(People.SUPERVISOR, order(hold, reason));
  }

  private static LiftOrder order(StandingHold hold, String reason) {
    return new LiftOrder(hold.agency(), hold.revision(), reason);
  }

  private static StepUpOrder stepUp(long version) {
    Digest digest = Digest.of("new key".getBytes(UTF_8));
    return new StepUpOrder(Operation.MANAGE_ENDPOINTS, "AG-N-001", version, digest);
  }

  private static void assertHeld(Outcome<?> outcome) {
    assertThat(refusal(outcome).code()).isEqualTo(RefusalCode.AGENCY_HELD_BACK);
  }

  private EventHeader newest() {
    return hotline.ports.recorder().newest().event().header();
  }

  private List<String> states(DispatchId... ids) {
    return List.of(ids).stream()
        .map(id -> hotline.ports.dispatches().find(id).orElseThrow().state().name())
        .toList();
  }

  private static DispatchId of(List<Dispatch> all, AgencyId agency) {
    return all.stream()
        .filter(dispatch -> dispatch.order().agency().equals(agency))
        .findFirst()
        .orElseThrow()
        .order()
        .id();
  }

  private SendingDispatch claim() {
    return hotline.claim.claim(People.NODE, Channel.SOAP).orElseThrow();
  }
}
