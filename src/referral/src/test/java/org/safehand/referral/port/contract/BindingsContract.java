package org.safehand.referral.port.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safehand.referral.access.Role;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.fault.StaleRevisionException;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.person.Binding;
import org.safehand.referral.person.Place;

/** People come back as they were saved, and never over another's change. */
public interface BindingsContract {
  Ports ports();

  @Test
  default void person_ofAUnitWithTwoRoles_comesBackEqual() {
    Binding person = person(Set.of(Role.REFERRAL_OFFICER, Role.RELEASE_SUPERVISOR));
    save(person);
    assertThat(ports().bindings().find(person.number())).contains(person);
    assertThat(share(person)).contains(person);
  }

  @Test
  default void person_ofAnAgency_comesBackEqual() {
    Binding person =
        new Binding(
            number(),
            "Lena Liaison",
            Set.of(Role.POLICE_LIAISON),
            new Place.OfAgency(new AgencyId("AG-N-001")),
            true,
            1);
    save(person);
    assertThat(ports().bindings().find(person.number())).contains(person);
  }

  @Test
  default void unknownPerson_isEmpty() {
    assertThat(ports().bindings().find(number())).isEmpty();
    assertThat(share(person(Set.of(Role.AUDITOR)))).isEmpty();
  }

  @Test
  default void endedPerson_isTheNextRevisionAndNotActive() {
    Binding person = person(Set.of(Role.AUDITOR));
    save(person);
    save(person.ended());
    assertThat(ports().bindings().find(person.number())).contains(person.ended());
  }

  @Test
  default void savedPerson_overAnotherChange_throwsAndChangesNothing() {
    Binding person = person(Set.of(Role.AUDITOR));
    save(person);
    save(person.ended());
    assertThatThrownBy(() -> save(person.ended())).isInstanceOf(StaleRevisionException.class);
    assertThatThrownBy(() -> save(person)).isInstanceOf(StaleRevisionException.class);
    assertThat(ports().bindings().find(person.number())).contains(person.ended());
  }

  @Test
  default void savedPerson_whoIsNobodyYet_throwsAsAChange() {
    Binding nobody = person(Set.of(Role.AUDITOR)).ended();
    assertThatThrownBy(() -> save(nobody)).isInstanceOf(StaleRevisionException.class);
  }

  @Test
  default void activePeople_areCountedByRole() {
    long before = ports().bindings().active(Role.RELEASE_SUPERVISOR);
    Binding both = person(Set.of(Role.REFERRAL_OFFICER, Role.RELEASE_SUPERVISOR));
    Binding one = person(Set.of(Role.RELEASE_SUPERVISOR));
    save(both);
    save(one);
    save(person(Set.of(Role.REFERRAL_OFFICER)));
    assertThat(ports().bindings().active(Role.RELEASE_SUPERVISOR)).isEqualTo(before + 2);
    save(one.ended());
    assertThat(ports().bindings().active(Role.RELEASE_SUPERVISOR)).isEqualTo(before + 1);
  }

  @Test
  default void activePeople_ofAUnit_areThoseWithTheRoleThere() {
    String unit = "Unit " + UUID.randomUUID().toString().substring(0, 8);
    Binding both = of(unit, Set.of(Role.REFERRAL_OFFICER, Role.RELEASE_SUPERVISOR));
    Binding one = of(unit, Set.of(Role.RELEASE_SUPERVISOR));
    List.of(both, one, of(unit, Set.of(Role.REFERRAL_OFFICER))).forEach(this::save);
    save(of("Another unit", Set.of(Role.RELEASE_SUPERVISOR)));
    assertThat(ports().bindings().active(Role.RELEASE_SUPERVISOR, unit))
        .containsExactlyInAnyOrder(both.number(), one.number());
    save(one.ended());
    assertThat(ports().bindings().active(Role.RELEASE_SUPERVISOR, unit))
        .containsExactly(both.number());
  }

  @Test
  default void people_areListedInTheOrderOfNumbersInPages() {
    String prefix = "P" + UUID.randomUUID() + ".";
    Binding first = person(new StaffNumber(prefix + "1"), Set.of(Role.AUDITOR));
    Binding second = person(new StaffNumber(prefix + "2"), Set.of(Role.AUDITOR));
    Binding third = person(new StaffNumber(prefix + "3"), Set.of(Role.AUDITOR));
    List.of(third, first, second).forEach(this::save);
    Optional<StaffNumber> before = Optional.of(new StaffNumber(prefix + "0"));
    assertThat(ports().bindings().list(before, 2)).containsExactly(first, second);
    assertThat(ports().bindings().list(Optional.of(second.number()), 1)).containsExactly(third);
  }

  private Optional<Binding> share(Binding person) {
    return ports().unit().run(() -> ports().bindings().share(person.number()));
  }

  private void save(Binding person) {
    ports()
        .unit()
        .run(
            () -> {
              ports().bindings().alone();
              ports().bindings().save(person);
              return person;
            });
  }

  private static Binding person(Set<Role> roles) {
    return person(number(), roles);
  }

  private static Binding person(StaffNumber number, Set<Role> roles) {
    return new Binding(number, "Person of the contract", roles, new Place.Unit("hotline"), true, 1);
  }

  private static Binding of(String unit, Set<Role> roles) {
    return new Binding(number(), "Person of the contract", roles, new Place.Unit(unit), true, 1);
  }

  private static StaffNumber number() {
    return new StaffNumber("P" + UUID.randomUUID());
  }
}
