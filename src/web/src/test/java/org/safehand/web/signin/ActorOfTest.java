package org.safehand.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Role;

class ActorOfTest {
  @Test
  void machineOfAnAgency_isItsClientInItsOwnName_byItsCertificate() {
    Actor machine =
        ActorOf.signIn(
            signIn("safehand-machine-north", "machine-endpoint", List.of("AG-N-001"), "x5t"));
    assertThat(machine.number().value()).isEqualTo("service-account-safehand-machine-north");
    assertThat(machine.roles()).containsExactly(Role.MACHINE_ENDPOINT);
    assertThat(machine.agency().orElseThrow().value()).isEqualTo("AG-N-001");
    assertThat(machine.authentication().method()).isEqualTo("mtls");
    assertThat(machine.authentication().authTime()).isEqualTo(Instant.ofEpochSecond(1_000));
  }

  @Test
  void intake_isOfItsUnit_byItsToken() {
    Actor intake = ActorOf.signIn(signIn("safehand-intake", "machine-intake", List.of(), ""));
    assertThat(intake.organisation()).isEqualTo("hotline");
    assertThat(intake.agency()).isEmpty();
    assertThat(intake.authentication().method()).isEqualTo("bearer");
  }

  private static SignIn signIn(String client, String role, List<String> agencies, String boundTo) {
    return new SignIn(
        "subject",
        "service-account-" + client,
        "Machine",
        Set.of(role, "unknown"),
        Optional.empty(),
        agencies,
        client,
        false,
        "silver",
        Optional.empty(),
        1_000,
        Optional.of(boundTo).filter(text -> !text.isEmpty()));
  }
}
