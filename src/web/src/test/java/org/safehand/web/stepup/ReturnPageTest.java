package org.safehand.web.stepup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safehand.custody.digest.Digest;
import org.safehand.referral.access.Operation;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.sample.People;
import org.safehand.referral.stepup.BoundStepUp;
import org.safehand.referral.stepup.ProvenAct;
import org.safehand.web.edge.ConsoleFilter;

/** Whoever showed their second factor is led to a page of the console, the one with the form. */
class ReturnPageTest {
  private static final String ID = "019aa000-0000-7000-8000-000000000001";
  private static final String REFERRAL = "/referrals/" + ID;

  /** An act that a step-up is for, and where its form is. */
  private record Act(Operation operation, String object, boolean ofReferral, String page) {
    BoundStepUp bound() {
      ProvenAct act =
          new ProvenAct(
              People.SUPERVISOR.number(), operation, object, 1, Digest.of(new byte[] {1}));
      return new BoundStepUp(
          act, ofReferral ? Optional.of(ReferralId.parse(ID)) : Optional.empty());
    }
  }

  private static Stream<Act> acts() {
    return Stream.of(
        new Act(Operation.RELEASE, ID, true, REFERRAL),
        new Act(Operation.REISSUE, ID, true, REFERRAL),
        new Act(Operation.RESUME_DISPATCH, ID, true, REFERRAL),
        new Act(Operation.WITHDRAW_RELEASED, ID, true, REFERRAL),
        new Act(Operation.REPORT, ID, true, REFERRAL),
        new Act(Operation.MANAGE_ENDPOINTS, ID, false, "/proposals/" + ID),
        new Act(Operation.MANAGE_ENDPOINTS, "AG-S-002", false, "/agencies"),
        new Act(Operation.BREAK_GLASS, "SH-2026-00000042-17", false, "/break-glass"));
  }

  @ParameterizedTest
  @MethodSource("acts")
  void page_ofEachAct_isTheOneWithItsForm(Act act) {
    String page = BrowserStepUp.page(act.bound());
    assertThat(page).isEqualTo(act.page());
    assertThat(ConsoleFilter.isPage(page)).as("the gateway answers it with the console").isTrue();
  }

  /** An operation that comes to ask for a step-up has its page here. */
  @Test
  void acts_areOfEveryOperationThatAsksForAStepUp() throws IOException {
    Set<String> here =
        acts().map(act -> act.operation().wire()).collect(Collectors.toUnmodifiableSet());
    assertThat(here).isEqualTo(askingForStepUp());
  }

  private static Set<String> askingForStepUp() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("../../config/policy/authorization.csv"))) {
      return lines
          .map(line -> line.split(",", -1))
          .filter(line -> line[3].equals("active"))
          .filter(line -> Set.of(line[2].split(" ")).contains("step-up"))
          .map(line -> line[0])
          .collect(Collectors.toUnmodifiableSet());
    }
  }
}
