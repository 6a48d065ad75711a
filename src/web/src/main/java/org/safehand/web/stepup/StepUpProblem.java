package org.safehand.web.stepup;

import java.util.List;
import org.safehand.web.problem.Problem;
import org.safehand.web.provider.StepUpFault;

/** Why a step-up did not come about, as a problem document. */
final class StepUpProblem {
  private StepUpProblem() {}

  static Problem of(StepUpFault fault) {
    return new Problem(
        fault.wire(), fault.status(), "The second factor was not shown", "", List.of());
  }
}
