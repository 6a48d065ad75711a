package org.safehand.referral.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.safehand.referral.sample.Hotline.value;
import static org.safehand.referral.sample.Refusals.assertRefused;
import static org.safehand.referral.sample.Refusals.refusal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.json.Jcs;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Role;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.guard.Admitted;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.intake.ReferralDocument;
import org.safehand.referral.life.Referral;
import org.safehand.referral.query.CustodyEntry;
import org.safehand.referral.query.CustodyTimeline;
import org.safehand.referral.query.ReferralSummary;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;

class ReadingTest {
  private static final Actor STRANGER =
      People.staff("1900", Set.of(Role.REFERRAL_OFFICER), "Another unit");

  private final Hotline hotline = new Hotline();

  ReadingTest() {
    hotline.bound(STRANGER);
  }

  @Test
  void officerSupervisor_readAndItIsAnEvent() {
    Referral draft = hotline.opened();
    for (Actor actor : List.of(People.OFFICER, People.COLLEAGUE, People.SUPERVISOR)) {
      Admitted<Referral> read = value(hotline.read.read(actor, draft.version().id()));
      assertThat(read.subject()).isEqualTo(draft);
      assertThat(read.masked()).isFalse();
    }
    assertThat(hotline.ports.recorder().types(draft.version().caseId()))
        .containsExactly("case-opened", "read", "read", "read");
  }

  @Test
  void read_ofTheSameAgain_isTheSameLook_untilItChangesOrAQuarterOfAnHourIsOver() {
    Referral draft = hotline.opened();
    for (int i = 0; i < 3; i++) {
      value(hotline.read.read(People.COLLEAGUE, draft.version().id()));
    }
    assertThat(hotline.ports.recorder().types(draft.version().caseId()))
        .containsExactly("case-opened", "read");

    hotline.taken(draft, new byte[1]);
    value(hotline.read.read(People.COLLEAGUE, draft.version().id()));
    hotline.ports.letPass(Looks.ONE_LOOK);
    value(hotline.read.read(People.COLLEAGUE, draft.version().id()));
    assertThat(hotline.ports.recorder().types(draft.version().caseId()))
        .containsExactly("case-opened", "read", "intake", "read", "read");
  }

  /** Or they could make its chain longer than an extract holds. */
  @Test
  void denied_moreThanAHundredTimesADay_leavesTheChainOfTheCaseAlone_andIsStillAnEvent() {
    Referral draft = hotline.opened();
    for (int i = 0; i < 103; i++) {
      refusal(hotline.read.read(People.LIAISON_NORTH, draft.version().id()));
    }
    assertThat(hotline.ports.recorder().types(draft.version().caseId())).hasSize(101);
    assertThat(hotline.ports.recorder().newest().event().header().facts())
        .containsEntry("subject", draft.version().caseId().toString());

    refusal(hotline.read.read(People.LIAISON_SOUTH, draft.version().id()));
    assertThat(hotline.ports.recorder().types(draft.version().caseId())).hasSize(102);
    hotline.ports.letPass(Duration.ofDays(1));
    refusal(hotline.read.read(People.LIAISON_NORTH, draft.version().id()));
    assertThat(hotline.ports.recorder().types(draft.version().caseId())).hasSize(103);
  }

  @Test
  void auditor_readsWithoutFreeText() {
    Referral draft = hotline.opened();
    hotline.taken(draft, new byte[1]);
    Admitted<Referral> read = value(hotline.read.read(People.AUDITOR, draft.version().id()));
    String shown =
        new String(Jcs.write(ReferralDocument.write(read.subject().version().content())), UTF_8);
    assertThat(read.masked()).isTrue();
    assertThat(shown).doesNotContain("synthetic", "xample.org", "Duty desk", "0000000");
    assertThat(read.subject().version().exhibits().get(0).originalName()).isEqualTo("[masked]");
  }

  @Test
  void othersAreRefused() {
    Referral draft = hotline.opened();
    refusedRead(STRANGER, draft, RefusalCode.OPERATION_NOT_PERMITTED);
    refusedRead(People.ADMINISTRATOR, draft, RefusalCode.OPERATION_NOT_PERMITTED);
    refusedRead(People.LIAISON_NORTH, draft, RefusalCode.REFERRAL_NOT_FOUND);
  }

  @Test
  void liaison_readsWhatWaitsForTheirAgency_andNobodyElses() {
    Dispatch available = hotline.packaged("AG-S-002");
    Referral referral = hotline.ports.referrals().find(available.order().referral()).orElseThrow();
    value(hotline.read.read(People.LIAISON_SOUTH, referral.version().id()));
    refusedRead(People.LIAISON_NORTH, referral, RefusalCode.REFERRAL_NOT_FOUND);
  }

  @Test
  void lists_showOnesOwnUnitOrAgencyOrAll() {
    Referral draft = hotline.opened();
    Dispatch available = hotline.packaged("AG-S-002");
    assertThat(ids(People.OFFICER)).contains(draft.version().id().toString()).hasSize(2);
    assertThat(ids(People.AUDITOR)).hasSize(2);
    assertThat(ids(STRANGER)).isEmpty();
    assertThat(ids(People.LIAISON_SOUTH)).containsExactly(available.order().referral().toString());
    assertThat(ids(People.LIAISON_NORTH)).isEmpty();
    assertRefused(
        hotline,
        People.ADMINISTRATOR,
        RefusalCode.OPERATION_NOT_PERMITTED,
        () -> hotline.list.list(People.ADMINISTRATOR, Optional.empty(), 10));
  }

  @Test
  void list_shownIsOneEventOfTheSystemThatNamesNoCase() {
    Referral draft = hotline.opened();
    for (Actor actor : List.of(People.OFFICER, People.AUDITOR, People.LIAISON_NORTH)) {
      int events = hotline.ports.recorder().size();
      ids(actor);
      assertThat(hotline.ports.recorder().size()).isEqualTo(events + 1);
    }
    assertThat(hotline.ports.recorder().systemTypes())
        .containsExactly("searched", "searched", "searched");
    assertThat(hotline.ports.recorder().types(draft.version().caseId()))
        .containsExactly("case-opened");
    assertThat(newest().facts())
        .isEqualTo(Map.of("operation", "search", "scope", "agency AG-N-001", "shown", "0"));
    ids(People.OFFICER);
    assertThat(newest().facts())
        .isEqualTo(Map.of("operation", "search", "scope", "unit " + People.UNIT, "shown", "1"));
  }

  @Test
  void listOfAgencies_showsNoCaseAndIsNoEvent() {
    int events = hotline.ports.recorder().size();
    value(hotline.listAgencies.list(People.OFFICER));
    assertThat(hotline.ports.recorder().size()).isEqualTo(events);
  }

  @Test
  void timelineAndDispatches_lookedAtAgainAndAgain_areOneEventOfTheSystemEach() {
    Dispatch dispatch = hotline.dispatched("AG-S-002").get(0);
    Referral referral = hotline.ports.referrals().find(dispatch.order().referral()).orElseThrow();
    List<String> ofCase = hotline.ports.recorder().types(referral.version().caseId());
    for (int poll = 0; poll < 20; poll++) {
      value(hotline.readCustody.read(People.OFFICER, referral.version().id()));
      value(hotline.readDispatches.of(People.OFFICER, referral.version().id()));
      value(hotline.readDispatches.one(People.OFFICER, dispatch.order().id()));
    }
    assertThat(hotline.ports.recorder().types(referral.version().caseId())).isEqualTo(ofCase);
    assertThat(hotline.ports.recorder().systemTypes()).containsExactly("read", "read", "read");
    assertThat(newest().facts())
        .isEqualTo(
            Map.of("operation", "read-dispatch", "subject", dispatch.order().id().toString()));
  }

  @Test
  void look_ofAnotherPersonOrAfterAWhile_isAnotherEvent() {
    Referral draft = hotline.opened();
    value(hotline.readCustody.read(People.OFFICER, draft.version().id()));
    value(hotline.readCustody.read(People.AUDITOR, draft.version().id()));
    assertThat(hotline.ports.recorder().systemTypes()).hasSize(2);
    hotline.ports.clock().advance(Looks.ONE_LOOK.minusSeconds(1));
    value(hotline.readCustody.read(People.OFFICER, draft.version().id()));
    assertThat(hotline.ports.recorder().systemTypes()).hasSize(2);
    hotline.ports.clock().advance(Duration.ofSeconds(1));
    value(hotline.readCustody.read(People.OFFICER, draft.version().id()));
    assertThat(hotline.ports.recorder().systemTypes()).hasSize(3);
  }

  @Test
  void look_thatWasNotCommitted_isRecordedWithTheNext() {
    Referral draft = hotline.opened();
    hotline.ports.unit().failAtTheNextCommit();
    assertThatThrownBy(() -> hotline.readCustody.read(People.OFFICER, draft.version().id()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(hotline.ports.recorder().systemTypes()).isEmpty();
    value(hotline.readCustody.read(People.OFFICER, draft.version().id()));
    assertThat(hotline.ports.recorder().systemTypes()).containsExactly("read");
  }

  @Test
  void agencies_staffSeeAllAndALiaisonTheirOwn() {
    assertThat(value(hotline.listAgencies.list(People.OFFICER))).hasSize(2);
    assertThat(value(hotline.listAgencies.list(People.LIAISON_SOUTH)))
        .extracting(agency -> agency.id().value())
        .containsExactly("AG-S-002");
    assertRefused(
        hotline,
        People.ADMINISTRATOR,
        RefusalCode.OPERATION_NOT_PERMITTED,
        () -> hotline.listAgencies.list(People.ADMINISTRATOR));
  }

  @Test
  void dispatches_aLiaisonSeesTheirOwnAgencysOnly() {
    List<Dispatch> both = hotline.dispatched("AG-N-001", "AG-S-002");
    Referral referral =
        hotline.ports.referrals().find(both.get(0).order().referral()).orElseThrow();
    assertThat(value(hotline.readDispatches.of(People.OFFICER, referral.version().id())))
        .hasSize(2);
    assertRefused(
        hotline,
        People.LIAISON_SOUTH,
        referral,
        RefusalCode.REFERRAL_NOT_FOUND,
        () -> hotline.readDispatches.of(People.LIAISON_SOUTH, referral.version().id()));
    value(hotline.authorise.authorise(People.NODE, both.get(0).order().id()));
    hotline.ports.recorder().publish();
    both.forEach(it -> value(hotline.pack.pack(People.NODE, it.order().id())));
    assertThat(value(hotline.readDispatches.of(People.LIAISON_SOUTH, referral.version().id())))
        .extracting(dispatch -> dispatch.order().agency().value())
        .containsExactly("AG-S-002");
    Dispatch north =
        both.stream()
            .filter(it -> it.order().agency().value().equals("AG-N-001"))
            .findFirst()
            .orElseThrow();
    assertRefused(
        hotline,
        People.LIAISON_SOUTH,
        referral,
        RefusalCode.DISPATCH_NOT_FOUND,
        () -> hotline.readDispatches.one(People.LIAISON_SOUTH, north.order().id()));
    assertRefused(
        hotline,
        People.OFFICER,
        referral,
        RefusalCode.DISPATCH_WRONG_STATE,
        () -> hotline.readDispatches.receipt(People.OFFICER, north.order().id()));
  }

  @Test
  void custody_isShownInOrderToUnitAndAuditor() {
    Referral draft = hotline.opened();
    hotline.ports.recorder().publish();
    hotline.taken(draft, new byte[1]);
    for (Actor actor : List.of(People.OFFICER, People.SUPERVISOR, People.AUDITOR)) {
      assertThat(value(hotline.readCustody.read(actor, draft.version().id())).entries())
          .extracting(CustodyEntry::standing)
          .containsExactly(CustodyEntry.Standing.WITNESSED, CustodyEntry.Standing.RECORDED);
    }
    assertRefused(
        hotline,
        STRANGER,
        draft,
        RefusalCode.OPERATION_NOT_PERMITTED,
        () -> hotline.readCustody.read(STRANGER, draft.version().id()));
  }

  @Test
  void custody_showsAnAgencyWhatWasSentToItAndNothingElse() {
    List<Dispatch> both = hotline.dispatched("AG-N-001", "AG-S-002");
    value(hotline.authorise.authorise(People.NODE, both.get(0).order().id()));
    hotline.ports.recorder().publish();
    for (Dispatch dispatch : both) {
      value(hotline.pack.pack(People.NODE, dispatch.order().id()));
    }
    ReferralId referral = both.get(0).order().referral();
    CustodyTimeline shown = value(hotline.readCustody.read(People.LIAISON_SOUTH, referral));
    assertThat(shown).isInstanceOf(CustodyTimeline.OfAgency.class);
    assertThat(shown.entries())
        .extracting(
            entry -> entry.event().event().header().type().wire(),
            entry -> entry.event().event().header().counterparty().orElseThrow().organisation())
        .containsExactly(tuple("transmit-authorised", "AG-S-002"), tuple("packaged", "AG-S-002"));
    assertThat(value(hotline.readCustody.read(People.OFFICER, referral)).entries())
        .extracting(entry -> entry.event().event().header().type().wire())
        .contains("released", "packaged")
        .hasSizeGreaterThan(4);
  }

  @Test
  void counts_areToldToWhoeverSeesNoCase_andToNobodyWhoDoes() {
    hotline.dispatched("AG-N-001", "AG-S-002");
    hotline.packaged("AG-S-002");
    CountDispatches count =
        new CountDispatches(hotline.attempts, hotline.access, hotline.ports.dispatches());
    for (Actor actor : List.of(People.ADMINISTRATOR, People.AUDITOR)) {
      assertThat(value(count.count(actor)))
          .extracting(of -> of.agency().value() + " " + of.state() + " " + of.count())
          .containsExactly("AG-N-001 QUEUED 1", "AG-S-002 AVAILABLE 1", "AG-S-002 QUEUED 1");
    }
    for (Actor actor : List.of(People.OFFICER, People.SUPERVISOR, People.LIAISON_NORTH)) {
      assertRefused(hotline, actor, RefusalCode.OPERATION_NOT_PERMITTED, () -> count.count(actor));
    }
    Referral draft = hotline.opened();
    assertRefused(
        hotline,
        People.ADMINISTRATOR,
        draft,
        RefusalCode.OPERATION_NOT_PERMITTED,
        () -> hotline.readDispatches.of(People.ADMINISTRATOR, draft.version().id()));
  }

  private EventHeader newest() {
    return hotline.ports.recorder().newest().event().header();
  }

  private List<String> ids(Actor actor) {
    List<ReferralSummary> lines = value(hotline.list.list(actor, Optional.empty(), 10));
    return lines.stream().map(line -> line.id().toString()).toList();
  }

  private void refusedRead(Actor actor, Referral referral, RefusalCode code) {
    assertRefused(
        hotline, actor, referral, code, () -> hotline.read.read(actor, referral.version().id()));
  }
}
