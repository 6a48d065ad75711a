package org.safehand.referral.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;

/** What may be asked for: the rows of the authorization table. */
public enum Operation {
  CREATE_DRAFT,
  EDIT_DRAFT,
  READ_CASE,
  OPEN_EXHIBIT,
  FETCH_PACKAGE,
  SUBMIT,
  WITHDRAW,
  REISSUE,
  HAND_OVER,
  RELEASE,
  RETURN,
  WITHDRAW_RELEASED,
  RECALL,
  SUSPEND_DISPATCH,
  RESUME_DISPATCH,
  READ_DISPATCH,
  ANSWER,
  READ_CUSTODY,
  READ_LOG,
  SEARCH,
  REPORT,
  SET_LEGAL_HOLD,
  LIFT_LEGAL_HOLD,
  PURGE,
  MANAGE_USERS,
  MANAGE_ENDPOINTS,
  BREAK_GLASS,
  REVIEW_GLASS,
  END_SESSION,
  READ_HEALTH;

  /** The operation's name in the table, for example {@code create-draft}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Whether the act can ask for a step-up. No other operation's line may have that condition, which
   * nobody would look at.
   */
  boolean canAskForStepUp() {
    return EnumSet.of(
            RELEASE,
            REISSUE,
            REPORT,
            MANAGE_ENDPOINTS,
            BREAK_GLASS,
            WITHDRAW_RELEASED,
            RESUME_DISPATCH)
        .contains(this);
  }

  /** Whether the act can leave out what concerns others than the actor's agency. */
  boolean canShowOwnEvents() {
    return this == READ_CUSTODY;
  }

  /** The operation named {@code wire}, if there is one. */
  public static Optional<Operation> find(String wire) {
    return Arrays.stream(values()).filter(operation -> operation.wire().equals(wire)).findFirst();
  }
}
