package org.safehand.referral.id;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/** Names an agency of the endpoint registry, for example {@code AG-N-001}. */
public record AgencyId(String value) {
  private static final Pattern FORM = Pattern.compile("AG-[A-Z0-9]{1,8}-[0-9]{3,6}");

  /** Refuses a wrong form. */
  public AgencyId {
    requireNonNull(value, "value is null");
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("an agency is named like AG-N-001");
    }
  }

  /** Whether {@code text} has the form of an agency's name. */
  public static boolean isWellFormed(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
