package org.safehand.referral.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.safehand.referral.sample.Hotline.value;
import static org.safehand.referral.sample.Refusals.assertRefused;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.referral.access.Actor;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.life.Referral;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;
import org.safehand.referral.sample.Samples;

class FetchPackageTest {
  private final Hotline hotline = new Hotline();
  private final Dispatch available = hotline.packaged("AG-S-002");
  private final Referral referral =
      hotline.ports.referrals().find(available.order().referral()).orElseThrow();

  @Test
  void liaisonOfTheAgency_getsThePackageAndIsNamedInTheLog() {
    FetchedPackage fetched = value(hotline.fetched(People.LIAISON_SOUTH, available.order().id()));
    assertThat(fetched.recipe().packageDigest())
        .isEqualTo(
            hotline
                .ports
                .dispatches()
                .recipe(available.order().id())
                .orElseThrow()
                .packageDigest());
    EventHeader event = hotline.ports.recorder().newest().event().header();
    assertThat(event.type()).isEqualTo(EventType.RETRIEVED);
    assertThat(event.actor().id()).isEqualTo("south-1");
    assertThat(event.fact("dispatchId")).contains(available.order().id().toString());
  }

  @Test
  void part_isNamedInTheLog_andOneThatIsNotThereIsNoRetrieval() {
    value(
        hotline.fetch.fetch(
            People.LIAISON_SOUTH, available.order().id(), recipe -> Optional.of("bytes 0-9/10")));
    assertThat(hotline.ports.recorder().newest().event().header().fact("range"))
        .contains("bytes 0-9/10");

    CaseId caseId = referral.version().caseId();
    List<String> before = hotline.ports.recorder().types(caseId);
    assertThatThrownBy(
            () ->
                hotline.fetch.fetch(
                    People.LIAISON_SOUTH,
                    available.order().id(),
                    recipe -> {
                      throw new IllegalStateException("planted: not satisfiable");
                    }))
        .hasMessage("planted: not satisfiable");
    assertThat(hotline.ports.recorder().types(caseId)).isEqualTo(before);
  }

  @Test
  void liaisonOfAnotherAgency_findsNothing_andTheDenialIsAnEventOfTheCase() {
    refused(People.LIAISON_NORTH, available.order().id(), RefusalCode.DISPATCH_NOT_FOUND);
  }

  @Test
  void theHotlinesOwnPeople_areRefused() {
    for (Actor actor :
        List.of(People.OFFICER, People.SUPERVISOR, People.AUDITOR, People.ADMINISTRATOR)) {
      refused(actor, available.order().id(), RefusalCode.OPERATION_NOT_PERMITTED);
    }
  }

  @Test
  void unknownDispatch_isNotFound() {
    assertRefused(
        hotline,
        People.LIAISON_SOUTH,
        RefusalCode.DISPATCH_NOT_FOUND,
        () -> hotline.fetched(People.LIAISON_SOUTH, Samples.IDS.dispatch()));
  }

  @Test
  void packageThatIsNotFinished_isNotFound() {
    Dispatch queued = hotline.dispatched("AG-S-002").get(0);
    assertRefused(
        hotline,
        People.LIAISON_SOUTH,
        RefusalCode.DISPATCH_NOT_FOUND,
        () -> hotline.fetched(People.LIAISON_SOUTH, queued.order().id()));
  }

  @Test
  void packageThatIsReadyButNotDelivered_isNotFound() {
    Dispatch ready = hotline.packaged("AG-N-001");
    assertRefused(
        hotline,
        People.LIAISON_NORTH,
        RefusalCode.DISPATCH_NOT_FOUND,
        () -> hotline.fetched(People.LIAISON_NORTH, ready.order().id()));
  }

  private void refused(Actor actor, DispatchId id, RefusalCode code) {
    assertRefused(hotline, actor, referral, code, () -> hotline.fetched(actor, id));
  }
}
