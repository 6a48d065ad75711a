package org.safehand.referral.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safehand.referral.sample.Hotline.value;
import static org.safehand.referral.sample.Refusals.assertRefused;
import static org.safehand.referral.sample.Refusals.refusal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.event.EventType;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.Role;
import org.safehand.referral.glass.EndedGlass;
import org.safehand.referral.glass.Glass;
import org.safehand.referral.glass.GlassId;
import org.safehand.referral.glass.GlassSpan;
import org.safehand.referral.glass.OpenGlass;
import org.safehand.referral.glass.ReviewedGlass;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.life.SealedReferral;
import org.safehand.referral.query.CustodyEntry;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;
import org.safehand.referral.settings.Setting;
import org.safehand.referral.stepup.StepUpOrder;

class BreakGlassTest {
  private static final String REASON = "a child may be in danger";
  private static final Actor ELSEWHERE =
      People.staff("2009", Set.of(Role.RELEASE_SUPERVISOR), "Another Unit");
  private static final Actor NEIGHBOUR =
      People.staff("2010", Set.of(Role.RELEASE_SUPERVISOR), "Another Unit");

  private final Hotline hotline = new Hotline();
  private final BreakGlass breaking =
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
          hotline.ports.clock());
  private final ReviewGlass reviewing =
      new ReviewGlass(
          hotline.attempts,
          hotline.access,
          hotline.ports.glasses(),
          hotline.journal,
          hotline.ports.clock());
  private final SealedReferral hidden = hotline.inReview();
  private final ReferralId id = hidden.version().id();

  BreakGlassTest() {
    hotline.bound(ELSEWHERE);
    hotline.bound(NEIGHBOUR);
  }

  private GlassOrder order(String reason) {
    return new GlassOrder(hidden.version().reference().value(), reason, Hotline.key(reason));
  }

  private Outcome<Glass> open(Actor actor) {
    GlassOrder order = order(REASON);
    hotline.proven(order.binding(actor.number()));
    return breaking.open(actor, order);
  }

  private Glass opened() {
    return value(open(ELSEWHERE));
  }

  @Test
  void case_ofAnotherUnit_isReadThroughTheGlass_andEachEventSaysSo() {
    assertThat(refusal(hotline.read.read(ELSEWHERE, id)).code())
        .isEqualTo(RefusalCode.OPERATION_NOT_PERMITTED);
    GlassId glass = opened().terms().id();
    Stream.<Supplier<Outcome<?>>>of(
            () -> hotline.read.read(ELSEWHERE, id),
            () -> hotline.readCustody.read(ELSEWHERE, id),
            () -> hotline.readCustody.read(ELSEWHERE, id),
            () -> hotline.readDispatches.of(ELSEWHERE, id))
        .forEach(
            reading -> {
              int events = inCase();
              value(reading.get());
              assertThat(inCase()).as("each look is an event of the case").isEqualTo(events + 1);
              var newest = hotline.ports.recorder().newest().event().header();
              assertThat(newest.type()).isEqualTo(EventType.READ);
              assertThat(newest.facts()).containsEntry("glass", glass.toString());
            });
  }

  @Test
  void glass_isToldInTheCaseWithItsReason_andOutsideWithoutIt() {
    Glass glass = opened();
    assertThat(glass.terms().opener().authentication().method()).isEqualTo("session+step-up");
    CustodyEntry inCase = timeline().get(timeline().size() - 1);
    assertThat(inCase.event().event().header().type()).isEqualTo(EventType.BREAK_GLASS);
    assertThat(String.valueOf(inCase.event().event().header().basis())).contains(REASON);
    var outside = hotline.ports.recorder().newest().event().header();
    assertThat(outside.type()).isEqualTo(EventType.BREAK_GLASS);
    assertThat(outside.facts()).containsEntry("glass", glass.terms().id().toString());
    assertThat(outside.facts())
        .containsEntry("until", UtcText.millis(glass.terms().until()))
        .containsEntry("reviewBy", UtcText.millis(glass.terms().reviewBy()));
    assertThat(outside.basis()).isEmpty();
  }

  static Stream<Operation> changes() {
    return Stream.of(Operation.RELEASE, Operation.RETURN, Operation.WITHDRAW, Operation.REPORT);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void case_throughTheGlass_isNotChanged(Operation operation) {
    opened();
    long revision = hidden.version().revision();
    assertRefused(
        hotline,
        ELSEWHERE,
        hidden,
        RefusalCode.OPERATION_NOT_PERMITTED,
        () ->
            switch (operation) {
              case RELEASE -> hotline.release(ELSEWHERE, hidden, "AG-N-001");
              case RETURN -> hotline.close.sendBack(ELSEWHERE, id, revision, "no");
              case WITHDRAW -> hotline.close.withdraw(ELSEWHERE, id, revision, "no");
              default -> hotline.extract.request(ELSEWHERE, Hotline.extractOrder(id));
            });
  }

  @Test
  void glass_isForThePersonAndTheCaseAlone() {
    opened();
    SealedReferral another = hotline.inReview();
    refused(() -> hotline.read.read(ELSEWHERE, another.version().id()));
    refused(() -> hotline.read.read(NEIGHBOUR, id));
    refused(() -> hotline.read.read(People.ADMINISTRATOR, id));
  }

  @Test
  void glass_afterItsHour_showsNothingAnyMore() {
    opened();
    hotline.ports.letPass(GlassSpan.READ_FOR.minusMillis(1));
    value(hotline.read.read(ELSEWHERE, id));
    hotline.ports.letPass(Duration.ofMillis(1));
    refused(() -> hotline.read.read(ELSEWHERE, id));
  }

  @Test
  void glass_brokenUnderTighterSettings_isOverAndDueEarlier_whateverTheyAreLater() {
    hotline.ports.settings().set(Setting.GLASS_MINUTES, 5);
    hotline.ports.settings().set(Setting.GLASS_REVIEW_HOURS, 2);
    GlassId glass = opened().terms().id();
    hotline.ports.settings().set(Setting.GLASS_MINUTES, 60);
    hotline.ports.settings().set(Setting.GLASS_REVIEW_HOURS, 24);
    hotline.ports.letPass(Duration.ofMinutes(5).minusMillis(1));
    value(hotline.read.read(ELSEWHERE, id));
    hotline.ports.letPass(Duration.ofMillis(1));
    refused(() -> hotline.read.read(ELSEWHERE, id));
    hotline.ports.letPass(Duration.ofMinutes(115).minusMillis(1));
    assertThat(shown(glass).overdue()).isFalse();
    hotline.ports.letPass(Duration.ofMillis(1));
    assertThat(shown(glass).overdue()).isTrue();
    assertThat(refusal(open(NEIGHBOUR)).code()).isEqualTo(RefusalCode.GLASS_REVIEW_OVERDUE);
  }

  @Test
  void glass_thatIsOpen_isToldToItsPersonAlone_untilItIsOver() {
    OwnGlass own =
        new OwnGlass(
            hotline.attempts, hotline.access, hotline.ports.glasses(), hotline.ports.clock());
    assertThat(value(own.open(ELSEWHERE))).isEmpty();
    Glass glass = opened();
    int events = hotline.ports.recorder().size();
    assertThat(value(own.open(ELSEWHERE)).map(Glass.class::cast)).contains(glass);
    assertThat(value(own.open(NEIGHBOUR))).isEmpty();
    assertThat(hotline.ports.recorder().size()).as("no event").isEqualTo(events);
    hotline.ports.letPass(Duration.ofMinutes(60));
    assertThat(value(own.open(ELSEWHERE))).as("though nobody ended it").isEmpty();
    assertThat(refusal(own.open(People.AUDITOR)).code())
        .isEqualTo(RefusalCode.OPERATION_NOT_PERMITTED);
  }

  @Test
  void glass_endedByItsPerson_showsNothingAnyMore() {
    GlassId glass = opened().terms().id();
    assertThat(refusal(breaking.end(NEIGHBOUR, glass)).code())
        .isEqualTo(RefusalCode.GLASS_NOT_FOUND);
    assertThat(value(breaking.end(ELSEWHERE, glass))).isInstanceOf(EndedGlass.class);
    refused(() -> hotline.read.read(ELSEWHERE, id));
    assertThat(refusal(breaking.end(ELSEWHERE, glass)).code())
        .isEqualTo(RefusalCode.GLASS_WRONG_STATE);
  }

  @Test
  void open_withoutAStepUp_orWithOneForAnotherReason_isRefused() {
    GlassOrder order = order(REASON);
    assertRefused(
        hotline,
        ELSEWHERE,
        hidden,
        RefusalCode.INSUFFICIENT_USER_AUTHENTICATION,
        () -> breaking.open(ELSEWHERE, order));
    hotline.proven(order("curiosity").binding(ELSEWHERE.number()));
    assertRefused(
        hotline,
        ELSEWHERE,
        hidden,
        RefusalCode.INSUFFICIENT_USER_AUTHENTICATION,
        () -> breaking.open(ELSEWHERE, order));
  }

  @Test
  void stepUp_isBoundToTheReferenceAndTheReason() {
    var binding = order(REASON).binding(ELSEWHERE.number());
    StepUpOrder asked =
        new StepUpOrder(
            Operation.BREAK_GLASS, binding.object(), GlassOrder.UNREAD, binding.digest());
    assertThat(value(hotline.grantStepUp.bind(ELSEWHERE, asked)).binding()).isEqualTo(binding);
    StepUpOrder nobodys =
        new StepUpOrder(
            Operation.BREAK_GLASS, "SH-2026-00000000-00", GlassOrder.UNREAD, binding.digest());
    assertThat(refusal(hotline.grantStepUp.bind(ELSEWHERE, nobodys)).code())
        .isEqualTo(RefusalCode.REFERRAL_NOT_FOUND);
    assertThat(refusal(hotline.grantStepUp.bind(People.OFFICER, asked)).code())
        .isEqualTo(RefusalCode.OPERATION_NOT_PERMITTED);
  }

  @Test
  void open_isRefused_forWhatThePersonMayReadAnyway_andToEverybodyElse() {
    assertThat(refusal(open(People.SUPERVISOR)).code()).isEqualTo(RefusalCode.GLASS_NOT_NEEDED);
    for (Actor other :
        new Actor[] {
          People.COLLEAGUE, People.AUDITOR, People.ADMINISTRATOR, People.LIAISON_NORTH
        }) {
      assertThat(refusal(open(other)).code()).isEqualTo(RefusalCode.OPERATION_NOT_PERMITTED);
    }
  }

  @Test
  void open_withoutAReason_isRefused() {
    GlassOrder order = order(" ");
    hotline.proven(order.binding(ELSEWHERE.number()));
    assertThat(refusal(breaking.open(ELSEWHERE, order)).code())
        .isEqualTo(RefusalCode.FIELD_REQUIRED);
  }

  @Test
  void open_whileOneIsOpen_isRefused_andRepeatedWithItsKeyTheSame() {
    GlassOrder order = order(REASON);
    hotline.proven(order.binding(ELSEWHERE.number()));
    Glass first = value(breaking.open(ELSEWHERE, order));
    assertThat(value(breaking.open(ELSEWHERE, order))).isEqualTo(first);
    assertThat(refusal(open(ELSEWHERE)).code()).isEqualTo(RefusalCode.GLASS_OPEN_ALREADY);
    hotline.ports.letPass(GlassSpan.READ_FOR);
    assertThat(opened()).as("after its hour").isInstanceOf(OpenGlass.class);
  }

  @Test
  void open_whenAReviewInTheUnitIsOverdue_isRefusedToEveryoneOfIt_untilItIsReviewed() {
    GlassId glass = opened().terms().id();
    hotline.ports.letPass(GlassSpan.REVIEW_WITHIN.minusMillis(1));
    value(breaking.end(NEIGHBOUR, value(open(NEIGHBOUR)).terms().id()));
    hotline.ports.letPass(Duration.ofMillis(1));
    assertThat(refusal(open(NEIGHBOUR)).code()).isEqualTo(RefusalCode.GLASS_REVIEW_OVERDUE);
    assertThat(shown(glass).overdue()).isTrue();
    value(reviewing.review(People.AUDITOR, glass, 1, "was right"));
    assertThat(shown(glass).overdue()).isFalse();
    value(open(NEIGHBOUR));
  }

  @Test
  void review_isAnAuditors_ofWhatIsOver_once() {
    GlassId glass = opened().terms().id();
    assertThat(value(reviewing.waiting(People.AUDITOR))).isEqualTo(1);
    assertThat(refusal(review(People.AUDITOR, glass, 1, "early")).code())
        .isEqualTo(RefusalCode.GLASS_WRONG_STATE);
    value(breaking.end(ELSEWHERE, glass));
    assertThat(refusal(review(People.AUDITOR, glass, 1, "stale")).code())
        .isEqualTo(RefusalCode.REVISION_CONFLICT);
    assertThat(refusal(review(ELSEWHERE, glass, 2, "own")).code())
        .isEqualTo(RefusalCode.OPERATION_NOT_PERMITTED);
    assertThat(refusal(review(People.AUDITOR, glass, 2, "")).code())
        .isEqualTo(RefusalCode.FIELD_REQUIRED);
    assertThat(value(review(People.AUDITOR, glass, 2, "was right")).glass())
        .isInstanceOfSatisfying(
            ReviewedGlass.class, it -> assertThat(it.finding().reason()).isEqualTo("was right"));
    assertThat(refusal(review(People.AUDITOR, glass, 3, "again")).code())
        .isEqualTo(RefusalCode.GLASS_WRONG_STATE);
    assertThat(value(reviewing.waiting(People.AUDITOR))).isZero();
  }

  private Outcome<ReviewGlass.Shown> review(
      Actor actor, GlassId glass, long revision, String finding) {
    return reviewing.review(actor, glass, revision, finding);
  }

  private ReviewGlass.Shown shown(GlassId glass) {
    return value(reviewing.list(People.AUDITOR, Optional.empty(), 9)).stream()
        .filter(it -> it.glass().terms().id().equals(glass))
        .findFirst()
        .orElseThrow();
  }

  private void refused(Supplier<Outcome<?>> reading) {
    assertThat(refusal(reading.get()).code()).isEqualTo(RefusalCode.OPERATION_NOT_PERMITTED);
  }

  private int inCase() {
    return timeline().size();
  }

  private List<CustodyEntry> timeline() {
    return hotline.ports.reader().entries(hidden.version().caseId());
  }
}
