package org.safehand.referral.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.safehand.referral.access.AccessPolicy.Allowed;
import org.safehand.referral.access.AccessPolicy.Decision;
import org.safehand.referral.sample.People;

class AccessPolicyTest {
  private static final Target OF_THE_UNIT =
      new SampleTarget(People.OFFICER.number(), People.UNIT, Target.Stage.IN_REVIEW).target();

  @ParameterizedTest
  @EnumSource(
      names = {
        "RELEASE",
        "REISSUE",
        "REPORT",
        "BREAK_GLASS",
        "WITHDRAW_RELEASED",
        "RESUME_DISPATCH"
      })
  void supervisorOfTheUnit_isAllowedAfterAStepUp(Operation operation) {
    Decision decision = AccessPolicy.packaged().decide(People.SUPERVISOR, operation, OF_THE_UNIT);
    assertThat(decision).isEqualTo(new Allowed(Role.RELEASE_SUPERVISOR, Set.of(Condition.STEP_UP)));
  }

  @Test
  void auditor_reportsAfterAStepUp() {
    Decision decision =
        AccessPolicy.packaged().decide(People.AUDITOR, Operation.REPORT, OF_THE_UNIT);
    assertThat(decision).isEqualTo(new Allowed(Role.AUDITOR, Set.of(Condition.STEP_UP)));
  }

  @Test
  void return_asksForNoStepUp() {
    Decision decision =
        AccessPolicy.packaged().decide(People.SUPERVISOR, Operation.RETURN, OF_THE_UNIT);
    assertThat(decision).isEqualTo(new Allowed(Role.RELEASE_SUPERVISOR, Set.of()));
  }

  /** A table that asks for a step-up where no use case would look is no policy. */
  @ParameterizedTest
  @EnumSource(
      names = {
        "RELEASE",
        "REISSUE",
        "REPORT",
        "MANAGE_ENDPOINTS",
        "BREAK_GLASS",
        "WITHDRAW_RELEASED",
        "RESUME_DISPATCH"
      },
      mode = Mode.EXCLUDE)
  void stepUp_inALineWhoseActDoesNotAsk_isRefused(Operation operation) throws IOException {
    String line = operation.wire() + ",release-supervisor,unit step-up,active\n";
    assertThatThrownBy(() -> AccessPolicy.parse(table() + line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("step-up");
  }

  /** Nor one that shows an agency its own events where no use case would leave out the others. */
  @ParameterizedTest
  @EnumSource(
      names = {"READ_CUSTODY", "READ_LOG"},
      mode = Mode.EXCLUDE)
  void ownEvents_inALineWhoseActShowsAll_isRefused(Operation operation) throws IOException {
    String line = operation.wire() + ",police-liaison,agency own-events,active\n";
    assertThatThrownBy(() -> AccessPolicy.parse(table() + line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("own-events");
  }

  @Test
  void lineWithoutStepUp_beforeOrAfterOneWithIt_decides() throws IOException {
    String weaker = "release,release-supervisor,unit,active\n";
    AccessPolicy policy = AccessPolicy.parse(table() + weaker);
    assertThat(policy.decide(People.SUPERVISOR, Operation.RELEASE, OF_THE_UNIT))
        .isEqualTo(new Allowed(Role.RELEASE_SUPERVISOR, Set.of()));
  }

  private static String table() throws IOException {
    return Files.readString(Path.of("../../config/policy/authorization.csv"), UTF_8);
  }
}
