package org.safehand.referral.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Role;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.sample.People;

class BindingTest {
  private static final Place UNIT = new Place.Unit(People.UNIT);
  private static final Place NORTH = new Place.OfAgency(new AgencyId("AG-N-001"));
  private static final Actor BOTH = People.OFFICER_AND_SUPERVISOR;

  @Test
  void grants_whatBothSidesGrantAndNoMore() {
    assertThat(of(BOTH, Set.of(Role.REFERRAL_OFFICER), UNIT).grants(BOTH).map(Actor::roles))
        .contains(Set.of(Role.REFERRAL_OFFICER));
    assertThat(of(BOTH, BOTH.roles(), UNIT).grants(People.OFFICER)).contains(People.OFFICER);
    assertThat(of(BOTH, Set.of(Role.AUDITOR), UNIT).grants(BOTH)).isEmpty();
  }

  @Test
  void grants_nothingToSomebodyElseOrElsewhereOrNoMore() {
    Binding officer = of(People.OFFICER, People.OFFICER.roles(), UNIT);
    assertThat(officer.grants(People.OFFICER)).isPresent();
    assertThat(officer.ended().grants(People.OFFICER)).isEmpty();
    assertThat(officer.grants(People.COLLEAGUE)).isEmpty();
    assertThat(officer.grants(People.staff("1001", People.OFFICER.roles(), "Another unit")))
        .isEmpty();
    Binding liaison = of(People.LIAISON_NORTH, People.LIAISON_NORTH.roles(), NORTH);
    assertThat(liaison.grants(People.LIAISON_NORTH)).isPresent();
    assertThat(liaison.grants(People.liaison("north-1", "AG-S-002"))).isEmpty();
    assertThat(liaison.grants(People.staff("north-1", People.LIAISON_NORTH.roles(), "AG-N-001")))
        .isEmpty();
  }

  @Test
  void grants_unitStaffWhoClaimAnAgencyOfTheSameName_nothing() {
    Binding staff = of(People.OFFICER, People.OFFICER.roles(), new Place.Unit("AG-N-001"));
    Actor claims =
        new Actor(
            People.OFFICER.number(),
            "Person 1001",
            People.OFFICER.roles(),
            "AG-N-001",
            Optional.of(new AgencyId("AG-N-001")),
            People.OFFICER.authentication());
    assertThat(staff.grants(claims)).isEmpty();
  }

  @Test
  void grants_claimOfRolesThatExcludeOneAnother_nothing() {
    Actor claims = People.staff("2004", Set.of(Role.RELEASE_SUPERVISOR, Role.AUDITOR));
    assertThat(of(claims, Set.of(Role.RELEASE_SUPERVISOR), UNIT).grants(claims)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"REFERRAL_OFFICER", "RELEASE_SUPERVISOR"},
      mode = EnumSource.Mode.EXCLUDE)
  void exclusiveRole_withAnyOther_isRefused(Role exclusive) {
    for (Role other : Role.values()) {
      if (other != exclusive) {
        assertThat(Role.combine(Set.of(exclusive, other))).as(other.wire()).isFalse();
        assertThatThrownBy(() -> of(BOTH, Set.of(exclusive, other), UNIT))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void role_ofAnAgency_isThatOfLiaisonsAndEndpointsAlone(Role role) {
    boolean agency = role == Role.POLICE_LIAISON || role == Role.MACHINE_ENDPOINT;
    assertThat(Binding.fit(Set.of(role), NORTH)).isEqualTo(agency);
    assertThat(Binding.fit(Set.of(role), UNIT)).isNotEqualTo(agency);
  }

  private static Binding of(Actor actor, Set<Role> roles, Place place) {
    return new Binding(actor.number(), actor.displayName(), roles, place, true, 1);
  }
}
