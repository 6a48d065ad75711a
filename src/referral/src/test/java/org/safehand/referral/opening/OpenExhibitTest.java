package org.safehand.referral.opening;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.safehand.referral.sample.Hotline.value;
import static org.safehand.referral.sample.Refusals.assertRefused;
import static org.safehand.referral.sample.Refusals.refusal;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Role;
import org.safehand.referral.emergency.BreakGlass;
import org.safehand.referral.emergency.GlassOrder;
import org.safehand.referral.exhibit.Exhibit;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.SealedReferral;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;
import org.safehand.referral.sample.Samples;

/** Who may open an exhibit, and what is on record before a byte of it leaves. */
class OpenExhibitTest {
  private static final String PURPOSE = "compare with the report of 11 November";
  private static final Actor ELSEWHERE =
      People.staff("2009", Set.of(Role.RELEASE_SUPERVISOR), "Another Unit");
  private static final Actor INTAKE = People.staff("intake-1", Set.of(Role.MACHINE_INTAKE));

  private final Hotline hotline = new Hotline();
  private final OpenExhibit openings =
      new OpenExhibit(
          hotline.attempts,
          hotline.access,
          hotline.ports.openings(),
          hotline.journal,
          hotline.ids,
          hotline.ports.clock());

  OpenExhibitTest() {
    hotline.bound(ELSEWHERE);
    hotline.bound(INTAKE);
  }

  private Referral drafted() {
    Referral draft = hotline.opened();
    hotline.taken(draft, "synthetic".getBytes(UTF_8));
    return hotline.now(draft);
  }

  private Outcome<OpenedExhibit> open(Actor actor, Referral referral, int number, String purpose) {
    return openings.open(actor, new OpeningOrder(referral.version().id(), number, purpose));
  }

  private Outcome<OpenedExhibit> open(Actor actor, Referral referral) {
    return open(actor, referral, 1, PURPOSE);
  }

  @Test
  void opening_isAnEventOfTheCase_withPurposeNumberAndDigest() {
    Referral draft = drafted();
    Exhibit exhibit = draft.version().exhibits().get(0);
    Opening opening = value(open(People.OFFICER, draft)).opening();
    assertThat(opening.until()).isEqualTo(hotline.ports.clock().instant().plusSeconds(300));
    assertThat(hotline.ports.recorder().types(draft.version().caseId()))
        .last()
        .isEqualTo("exhibit-opened");
    EventHeader event = hotline.ports.recorder().newest().event().header();
    assertThat(event.type()).isEqualTo(EventType.EXHIBIT_OPENED);
    assertThat(event.actor().id()).isEqualTo(People.OFFICER.number().value());
    assertThat(event.basis().orElseThrow().purpose()).isEqualTo(PURPOSE);
    assertThat(event.facts()).containsEntry("opening", opening.id().toString());
    assertThat(event.exhibit().orElseThrow().number()).isEqualTo("0001");
    assertThat(event.exhibit().orElseThrow().sha256()).isEqualTo(exhibit.digest().sha256());
  }

  @Test
  void officer_opensTheirOwn_inEveryState_andSupervisorsOfTheUnitInReview() {
    value(open(People.OFFICER, drafted()));
    SealedReferral inReview = hotline.inReview();
    value(open(People.OFFICER, inReview));
    value(open(People.SUPERVISOR, inReview));
    value(hotline.release(People.SUPERVISOR, inReview, "AG-N-001"));
    value(open(People.OFFICER, inReview));
    wrongState(inReview);
    wrongState(drafted());
  }

  private void wrongState(Referral referral) {
    assertRefused(
        hotline,
        People.SUPERVISOR,
        referral,
        RefusalCode.REFERRAL_WRONG_STATE,
        () -> open(People.SUPERVISOR, referral));
  }

  static Stream<Actor> others() {
    return Stream.of(
        People.COLLEAGUE, ELSEWHERE, INTAKE, People.AUDITOR, People.ADMINISTRATOR, People.NODE);
  }

  @ParameterizedTest
  @MethodSource("others")
  void everybodyElse_isDenied(Actor actor) {
    SealedReferral inReview = hotline.inReview();
    assertRefused(
        hotline, actor, inReview, RefusalCode.OPERATION_NOT_PERMITTED, () -> open(actor, inReview));
  }

  @Test
  void liaison_isNotToldThatThereIsAnything_alsoOfWhatTheyWereSent() {
    Referral sent =
        hotline
            .ports
            .referrals()
            .find(hotline.packaged("AG-S-002").order().referral())
            .orElseThrow();
    for (Actor liaison : List.of(People.LIAISON_SOUTH, People.LIAISON_NORTH)) {
      assertRefused(
          hotline, liaison, sent, RefusalCode.REFERRAL_NOT_FOUND, () -> open(liaison, sent));
    }
  }

  @Test
  void brokenGlass_showsNoExhibit() {
    SealedReferral hidden = hotline.inReview();
    GlassOrder order =
        new GlassOrder(hidden.version().reference().value(), "urgent", Hotline.key("glass"));
    hotline.proven(order.binding(ELSEWHERE.number()));
    value(
        new BreakGlass(
                hotline.attempts,
                hotline.access,
                hotline.once,
                hotline.ports.referrals(),
                hotline.ports.glasses(),
                hotline.ports.settings(),
                hotline.stepUp,
                hotline.journal,
                hotline.ids,
                hotline.ports.clock())
            .open(ELSEWHERE, order));
    value(hotline.read.read(ELSEWHERE, hidden.version().id()));
    assertRefused(
        hotline,
        ELSEWHERE,
        hidden,
        RefusalCode.OPERATION_NOT_PERMITTED,
        () -> open(ELSEWHERE, hidden));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "\t"})
  void purpose_thatIsNone_isRefused(String none) {
    Referral draft = drafted();
    assertThat(
            assertRefused(
                    hotline,
                    People.OFFICER,
                    draft,
                    RefusalCode.FIELD_REQUIRED,
                    () -> open(People.OFFICER, draft, 1, none))
                .pointers())
        .containsExactly("/purpose");
    assertThat(refusal(open(People.COLLEAGUE, draft, 1, none)).code())
        .isEqualTo(RefusalCode.OPERATION_NOT_PERMITTED);
  }

  @Test
  void purpose_thatIsNone_isWhatSomebodyIsTold_whoIsOfficerAndSupervisor() {
    Actor both = People.OFFICER_AND_SUPERVISOR;
    Referral draft = value(hotline.open.open(both, Hotline.request(Samples.document())));
    assertThat(refusal(open(both, draft, 1, "")).pointers()).containsExactly("/purpose");
  }

  @Test
  void purpose_beyondItsLimit_isRefused() {
    Referral draft = drafted();
    value(open(People.OFFICER, draft, 1, "x".repeat(200)));
    assertThat(refusal(open(People.OFFICER, draft, 1, "x".repeat(201))).code())
        .isEqualTo(RefusalCode.VALUE_TOO_LONG);
    assertThat(refusal(open(People.OFFICER, draft, 1, "x\u0000")).code())
        .isEqualTo(RefusalCode.VALUE_INVALID);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, -1})
  void exhibit_thatIsNotThere_isNotFound_andOnlyByWhoMayLook(int number) {
    Referral draft = drafted();
    assertThat(refusal(open(People.OFFICER, draft, number, PURPOSE)).code())
        .isEqualTo(RefusalCode.EXHIBIT_NOT_FOUND);
    assertThat(refusal(open(People.COLLEAGUE, draft, number, PURPOSE)).code())
        .isEqualTo(RefusalCode.OPERATION_NOT_PERMITTED);
  }
}
