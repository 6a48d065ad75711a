package org.safehand.referral.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.sample.People;

/** What lists show to whom. */
class ScopeTest {
  private static Optional<String> scope(Actor actor) {
    return AccessPolicy.packaged().scope(actor).map(Scope::wire);
  }

  @Test
  void staff_seeTheirUnit() {
    assertThat(scope(People.OFFICER)).contains("unit " + People.UNIT);
    assertThat(scope(People.SUPERVISOR)).contains("unit " + People.UNIT);
    assertThat(scope(People.OFFICER_AND_SUPERVISOR)).contains("unit " + People.UNIT);
    assertThat(scope(People.staff("1003", Set.of(Role.REFERRAL_OFFICER), "elsewhere")))
        .contains("unit elsewhere");
  }

  @Test
  void liaison_seesTheirAgency() {
    assertThat(AccessPolicy.packaged().scope(People.LIAISON_NORTH))
        .contains(new Scope.OfAgency(new AgencyId("AG-N-001")));
    assertThat(scope(People.LIAISON_SOUTH)).contains("agency AG-S-002");
  }

  @Test
  void liaison_withoutAnAgency_seesNothing() {
    Actor stray = People.staff("north-2", Set.of(Role.POLICE_LIAISON));
    assertThat(AccessPolicy.packaged().scope(stray)).isEmpty();
  }

  @Test
  void auditor_seesAll() {
    assertThat(scope(People.AUDITOR)).contains("all");
  }

  @Test
  void administratorAndNode_seeNothing() {
    assertThat(scope(People.ADMINISTRATOR)).isEmpty();
    assertThat(scope(People.NODE)).isEmpty();
  }
}
