package org.safehand.referral.access;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What may be asked for: the rows of the authorization table. */
public enum Operation {
  CREATE_DRAFT,
  EDIT_DRAFT,
  ADD_EXHIBIT,
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

  private static final Set<Operation> ASKING_FOR_STEP_UP =
      Collections.unmodifiableSet(
          EnumSet.of(
              RELEASE,
              REISSUE,
              REPORT,
              MANAGE_ENDPOINTS,
              BREAK_GLASS,
              WITHDRAW_RELEASED,
              RESUME_DISPATCH));

  /** The operation's name in the table, for example {@code create-draft}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the act sees to {@code condition}; no other operation's line may have it. */
  boolean seesTo(Condition condition) {
    return switch (condition) {
      case STEP_UP -> ASKING_FOR_STEP_UP.contains(this);
      case COUNTS -> this == READ_DISPATCH || this == READ_LOG;
      case OWN_EVENTS -> this == READ_CUSTODY || this == READ_LOG;
      case PURPOSE -> this == OPEN_EXHIBIT;
      default -> true;
    };
  }

  /** The operation named {@code wire}, if there is one. */
  public static Optional<Operation> find(String wire) {
    return Arrays.stream(values()).filter(operation -> operation.wire().equals(wire)).findFirst();
  }
}
