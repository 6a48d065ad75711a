package org.safehand.referral.signout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safehand.referral.sample.Hotline.value;
import static org.safehand.referral.sample.Refusals.assertRefused;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.safehand.custody.event.EventType;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Authentication;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;

class EndSessionsTest {
  private final Hotline hotline = new Hotline();
  private final EndSessions ending =
      new EndSessions(
          hotline.attempts,
          hotline.access,
          hotline.ports.bindings(),
          hotline.ports.sessionEnds(),
          hotline.journal,
          hotline.ports.clock());

  @Test
  void person_whoseSessionsWereEnded_isRefused_andAfterSigningInAgainNot() {
    list(People.OFFICER);
    Instant at = value(ending.end(People.ADMINISTRATOR, People.OFFICER.number(), "laptop lost"));
    assertRefused(
        hotline,
        People.OFFICER,
        RefusalCode.SIGNED_OUT,
        () -> hotline.list.list(People.OFFICER, Optional.empty(), 9));
    list(People.COLLEAGUE);
    list(signedIn(People.OFFICER, at.plusSeconds(1)));
  }

  @Test
  void end_isAnEvent_withWhoseAndWhy() {
    value(ending.end(People.ADMINISTRATOR, People.OFFICER.number(), "laptop lost"));
    var event = hotline.ports.recorder().newest().event().header();
    assertThat(event.type()).isEqualTo(EventType.SESSION_ENDED);
    assertThat(event.facts()).containsEntry("person", People.OFFICER.number().value());
    assertThat(String.valueOf(event.basis())).contains("laptop lost");
  }

  @Test
  void end_byAnybodyElse_orOfNobody_orWithoutAReason_isRefused() {
    for (Actor other : new Actor[] {People.SUPERVISOR, People.AUDITOR, People.LIAISON_NORTH}) {
      assertRefused(
          hotline,
          other,
          RefusalCode.OPERATION_NOT_PERMITTED,
          () -> ending.end(other, People.OFFICER.number(), "no"));
    }
    assertRefused(
        hotline,
        People.ADMINISTRATOR,
        RefusalCode.PERSON_NOT_FOUND,
        () -> ending.end(People.ADMINISTRATOR, new StaffNumber("nobody"), "no"));
    assertRefused(
        hotline,
        People.ADMINISTRATOR,
        RefusalCode.FIELD_REQUIRED,
        () -> ending.end(People.ADMINISTRATOR, People.OFFICER.number(), " "));
    list(People.OFFICER);
  }

  @Test
  void administrator_endsTheirOwnToo() {
    value(ending.end(People.ADMINISTRATOR, People.ADMINISTRATOR.number(), "laptop lost"));
    assertRefused(
        hotline,
        People.ADMINISTRATOR,
        RefusalCode.SIGNED_OUT,
        () -> ending.end(People.ADMINISTRATOR, People.OFFICER.number(), "again"));
  }

  private void list(Actor actor) {
    value(hotline.list.list(actor, Optional.empty(), 9));
  }

  private static Actor signedIn(Actor actor, Instant at) {
    return new Actor(
        actor.number(),
        actor.displayName(),
        actor.roles(),
        actor.organisation(),
        actor.agency(),
        new Authentication("gold", at, "session"));
  }
}
