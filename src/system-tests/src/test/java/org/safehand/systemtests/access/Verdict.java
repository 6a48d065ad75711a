package org.safehand.systemtests.access;

import org.safehand.systemtests.gateway.Api.Answer;

/** What a cell of the table says, as it is seen from outside. */
enum Verdict {
  /** Allowed. */
  A,
  /** Allowed to whoever proves themselves again for this very act; nothing was done yet. */
  S,
  /** Allowed, and then refused for what was asked, which the test asks wrongly on purpose. */
  R,
  /** Denied in the state that it is in; in another it is not. */
  W,
  /** Denied. */
  D,
  /** Denied, and not told whether there is anything. */
  N;

  static Verdict of(Answer answer) {
    int status = answer.status();
    if (status >= 200 && status < 300) {
      return A;
    }
    return switch (status) {
      case 401 -> expecting(answer, "insufficient-user-authentication", S);
      case 403 -> D;
      case 404 -> N;
      case 409 -> answer.code().equals("referral-wrong-state") ? W : R;
      case 412, 422 -> R;
      default -> throw new AssertionError("neither allowed nor denied: " + answer.text());
    };
  }

  private static Verdict expecting(Answer answer, String code, Verdict verdict) {
    if (!answer.code().equals(code)) {
      throw new AssertionError("not " + code + ": " + answer.text());
    }
    return verdict;
  }
}
