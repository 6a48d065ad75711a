package org.safehand.systemtests.access;

import java.util.Set;
import org.safehand.systemtests.gateway.Api.Answer;
import org.safehand.systemtests.gateway.StepUp;

/** What a cell of the table says, as it is seen from outside. */
enum Verdict {
  /** Allowed. */
  A,
  /** Allowed to whoever proves themselves again for this very act; nothing was done yet. */
  S,
  /** Allowed, and then refused for what was asked, which the door asks wrongly on purpose. */
  R,
  /** Denied in the state that it is in; in another it is not. */
  W,
  /** Denied. */
  D,
  /** Denied, and not told whether there is anything. */
  N;

  private static final Set<String> NO =
      Set.of("operation-not-permitted", "release-own-referral", "second-person-required");

  private static final Set<String> NOT_NOW =
      Set.of("referral-wrong-state", "dispatch-wrong-state", "dispatch-sent", "glass-wrong-state");

  /** RFC 9470, section 3. */
  private static final String CHALLENGE = "Bearer error=\"insufficient_user_authentication\"";

  /**
   * What {@code answer} says.
   *
   * @param wrong the code for what was asked wrongly on purpose; empty where nothing was
   */
  static Verdict of(Answer answer, String wrong) {
    if (answer.status() >= 200 && answer.status() < 300) {
      return A;
    }
    String code = answer.code();
    if (code.equals(wrong)) {
      return R;
    }
    if (answer.status() == 401
        && code.equals(StepUp.ASKED)
        && answer.header("WWW-Authenticate").startsWith(CHALLENGE)) {
      return S;
    }
    if (answer.status() == 403 && NO.contains(code)) {
      return D;
    }
    // not-found alone is said of a path that leads nowhere
    if (answer.status() == 404 && code.endsWith("-not-found")) {
      return N;
    }
    if (answer.status() == 409 && NOT_NOW.contains(code)) {
      return W;
    }
    throw new AssertionError("neither allowed nor denied: " + answer.status() + answer.text());
  }
}
