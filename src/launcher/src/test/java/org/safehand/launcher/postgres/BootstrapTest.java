package org.safehand.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.launcher.fault.LaunchCode;
import org.safehand.launcher.fault.LaunchException;
import org.safehand.launcher.keycloak.Machine;
import org.safehand.launcher.keycloak.Person;
import org.safehand.referral.access.Role;
import org.safehand.referral.person.Founders;

class BootstrapTest {
  @TempDir private Path folder;

  @Test
  void peopleOfTheDevelopmentRealm_canFoundAGateway() throws IOException {
    Founders founders =
        Bootstrap.founders(
            Person.read(Path.of("../../config/keycloak/people.json")),
            Machine.read(Path.of("../../config/keycloak/machines.json")));
    assertThat(founders.people())
        .anyMatch(person -> person.number().value().equals("duty1") && person.roles().size() == 2)
        .anyMatch(person -> person.place().wire().equals("AG-N-001"))
        .anyMatch(
            person ->
                person.number().value().equals("service-account-safehand-machine-north")
                    && person.roles().equals(Set.of(Role.MACHINE_ENDPOINT))
                    && person.place().wire().equals("AG-N-001"))
        .anyMatch(
            person ->
                person.number().value().equals("service-account-safehand-intake")
                    && person.roles().equals(Set.of(Role.MACHINE_INTAKE))
                    && person.place().wire().equals("hotline"));
  }

  @Test
  void file_withoutTwoAdministrators_isRefusedBeforeTheDatabaseIsAsked() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("people.json"),
            "[{\"number\":\"a1\",\"displayName\":\"Ada\",\"roles\":[\"administrator\"],"
                + "\"unit\":\"hotline\"}]");
    assertThatThrownBy(() -> Bootstrap.run(file, Map.of()))
        .isInstanceOfSatisfying(
            LaunchException.class,
            e -> assertThat(e.code()).isEqualTo(LaunchCode.BOOTSTRAP_REFUSED));
  }
}
