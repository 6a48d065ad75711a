package org.safehand.referral.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.Role;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.port.UnitOfWork;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;

class ViewTest {
  private static final View NORTH = new View.OfAgency(new AgencyId("AG-N-001"));

  static Stream<Arguments> actors() {
    return Stream.of(
        Arguments.of(People.OFFICER, unit("1001")),
        Arguments.of(People.SUPERVISOR, unit("2001")),
        Arguments.of(People.OFFICER_AND_SUPERVISOR, unit("1001")),
        Arguments.of(People.staff("6001", Set.of(Role.MACHINE_INTAKE)), unit("6001")),
        Arguments.of(People.AUDITOR, new View.Everything()),
        Arguments.of(People.LIAISON_NORTH, NORTH),
        Arguments.of(People.ADMINISTRATOR, new View.Nothing()),
        Arguments.of(People.NODE, new View.Nothing()),
        Arguments.of(People.staff("7001", Set.of()), new View.Nothing()),
        Arguments.of(
            People.staff("7002", Set.of(Role.AUDITOR, Role.ADMINISTRATOR)), new View.Nothing()),
        Arguments.of(
            People.staff("7003", Set.of(Role.AUDITOR, Role.REFERRAL_OFFICER)), unit("7003")),
        Arguments.of(ofNorth(EnumSet.allOf(Role.class)), NORTH));
  }

  @ParameterizedTest
  @MethodSource("actors")
  void view_ofAnActor_isTheNarrowestThatTheirRolesNeed(Actor actor, View view) {
    assertThat(View.of(actor)).isEqualTo(view);
  }

  @ParameterizedTest
  @MethodSource("actors")
  void attempt_andItsDenial_areInTheActorsView(Actor actor, View view) {
    Hotline hotline = new Hotline();
    List<View> entered = new ArrayList<>();
    UnitOfWork watched =
        new UnitOfWork() {
          @Override
          public <T> T run(View in, Supplier<T> work) {
            entered.add(in);
            return hotline.ports.unit().run(in, work);
          }
        };

    new Attempts(watched, hotline.journal)
        .inOneUnit(
            actor,
            Operation.SEARCH,
            attempt -> Outcome.refused(RefusalCode.OPERATION_NOT_PERMITTED, "planted"));

    assertThat(entered).containsExactly(view, view);
  }

  @Test
  void work_ofTheNodeItself_seesEverything() {
    List<View> entered = new ArrayList<>();
    UnitOfWork watched =
        new UnitOfWork() {
          @Override
          public <T> T run(View in, Supplier<T> work) {
            entered.add(in);
            return work.get();
          }
        };

    assertThat(watched.run(() -> 1)).isEqualTo(1);

    assertThat(entered).containsExactly(new View.Everything());
  }

  private static View unit(String person) {
    return new View.OfUnit(People.UNIT, new StaffNumber(person));
  }

  private static Actor ofNorth(Set<Role> roles) {
    return new Actor(
        new StaffNumber("7004"),
        "Person 7004",
        roles,
        People.UNIT,
        Optional.of(new AgencyId("AG-N-001")),
        People.OFFICER.authentication());
  }
}
