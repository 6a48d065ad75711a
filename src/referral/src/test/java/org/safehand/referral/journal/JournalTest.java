package org.safehand.referral.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safehand.custody.event.EventType;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Role;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;

class JournalTest {
  private final Hotline hotline = new Hotline();

  @Test
  void actor_withRoles_standsUnderAllOfThem() {
    assertThat(role(People.OFFICER_AND_SUPERVISOR))
        .isEqualTo("referral-officer release-supervisor");
  }

  @Test
  void person_withoutAnyRole_standsUnderNone_andTheNodeAsTheNode() {
    assertThat(role(People.staff("9001", Set.of()))).isEqualTo("none");
    assertThat(role(People.NODE)).isEqualTo("gateway-node");
    assertThat(role(People.NODE.withRoles(Set.of(Role.AUDITOR)))).isEqualTo("auditor");
  }

  private String role(Actor actor) {
    return hotline.journal.event(EventType.DENIED, actor).build().actor().role();
  }
}
