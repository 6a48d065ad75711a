package org.safehand.referral.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safehand.referral.sample.Hotline.value;
import static org.safehand.referral.sample.Refusals.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Role;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;

class RosterTest {
  private static final Actor ELSEWHERE =
      People.staff("2007", Set.of(Role.RELEASE_SUPERVISOR), "Another unit");

  private final Hotline hotline = new Hotline();
  private final Instant now = hotline.ports.clock().instant();
  private final KeepRoster keep =
      new KeepRoster(
          hotline.attempts,
          hotline.access,
          hotline.once,
          hotline.ports.bindings(),
          hotline.ports.roster(),
          hotline.journal,
          hotline.ids,
          hotline.ports.clock());
  private final ReadRoster read =
      new ReadRoster(
          hotline.attempts, hotline.access, hotline.ports.roster(), hotline.ports.clock());

  RosterTest() {
    hotline.bound(ELSEWHERE);
  }

  @Test
  void shift_setByASupervisor_isReadByTheUnitUntilItIsOver() {
    DutyShift shift = value(add(People.SUPERVISOR, "1002", 0, 8));
    assertThat(hotline.ports.recorder().newest().event().header().facts())
        .containsEntry("change", "added")
        .containsEntry("person", "1002")
        .containsEntry("unit", People.UNIT);
    for (Actor actor : List.of(People.OFFICER, People.COLLEAGUE, People.SUPERVISOR)) {
      assertThat(value(read.list(actor))).containsExactly(shift);
    }
    assertThat(value(read.list(ELSEWHERE))).isEmpty();
    hotline.ports.letPass(Duration.ofHours(8));
    assertThat(value(read.list(People.OFFICER))).isEmpty();
  }

  @Test
  void removedShift_isGone_andAnotherUnitsDoesNotExist() {
    DutyShift shift = value(add(People.SUPERVISOR, "1002", 0, 8));
    refused(ELSEWHERE, RefusalCode.DUTY_NOT_FOUND, keepRemoved(ELSEWHERE, shift));
    value(keep.remove(People.OTHER_SUPERVISOR, shift.id()));
    assertThat(value(read.list(People.OFFICER))).isEmpty();
    refused(People.SUPERVISOR, RefusalCode.DUTY_NOT_FOUND, keepRemoved(People.SUPERVISOR, shift));
  }

  @Test
  void whoeverIsNoSupervisor_setsNothing_andOthersDoNotRead() {
    for (Actor actor : List.of(People.OFFICER, People.AUDITOR, People.ADMINISTRATOR)) {
      refused(actor, RefusalCode.OPERATION_NOT_PERMITTED, () -> add(actor, "1002", 0, 8));
    }
    for (Actor actor : List.of(People.AUDITOR, People.ADMINISTRATOR)) {
      refused(actor, RefusalCode.OPERATION_NOT_PERMITTED, () -> read.list(actor));
    }
    refused(
        People.LIAISON_NORTH, RefusalCode.DUTY_NOT_FOUND, () -> read.list(People.LIAISON_NORTH));
  }

  @Test
  void shift_ofSomebodyElsewhereOrOfNobody_isRefused() {
    for (String person : List.of("2007", "9999", "4001", "north-1")) {
      var refusal =
          assertRefused(
              hotline,
              People.SUPERVISOR,
              RefusalCode.ASSIGNEE_NOT_ELIGIBLE,
              () -> add(People.SUPERVISOR, person, 0, 8));
      assertThat(refusal.pointers()).containsExactly("/person");
    }
  }

  @Test
  void shift_thatEndsBeforeItBeginsOrIsOverOrTooLong_isRefused() {
    for (int[] hours : new int[][] {{8, 8}, {8, 7}, {-8, 0}, {0, 31 * 24 + 1}}) {
      var refusal =
          assertRefused(
              hotline,
              People.SUPERVISOR,
              RefusalCode.VALUE_INVALID,
              () -> add(People.SUPERVISOR, "1002", hours[0], hours[1]));
      assertThat(refusal.pointers()).containsExactly("/until");
    }
    value(add(People.SUPERVISOR, "1002", 0, 31 * 24));
  }

  @Test
  void repeatedRequest_isAnsweredWithTheFirstShift() {
    NewShift request = new NewShift(Hotline.key("one"), document("1002", 0, 8));
    DutyShift first = value(keep.add(People.SUPERVISOR, request));
    assertThat(value(keep.add(People.SUPERVISOR, request))).isEqualTo(first);
    assertThat(value(read.list(People.OFFICER))).hasSize(1);
  }

  private Supplier<Outcome<?>> keepRemoved(Actor actor, DutyShift shift) {
    return () -> keep.remove(actor, shift.id());
  }

  private void refused(Actor actor, RefusalCode code, Supplier<Outcome<?>> attempt) {
    assertRefused(hotline, actor, code, attempt);
  }

  private Outcome<DutyShift> add(Actor actor, String person, int from, int until) {
    return keep.add(
        actor, new NewShift(Hotline.key(person + from + until), document(person, from, until)));
  }

  private JsonObject document(String person, int from, int until) {
    return JsonObject.builder()
        .put("person", person)
        .put("from", UtcText.millis(now.plus(Duration.ofHours(from))))
        .put("until", UtcText.millis(now.plus(Duration.ofHours(until))))
        .build();
  }
}
