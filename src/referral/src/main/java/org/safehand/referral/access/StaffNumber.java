package org.safehand.referral.access;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/** A staff number, a liaison's id or a machine's name: says who without being a name. */
public record StaffNumber(String value) implements Comparable<StaffNumber> {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /** Refuses anything but 1 to 64 letters, digits, dots, lines and hyphens. */
  public StaffNumber {
    requireNonNull(value, "value is null");
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a staff number");
    }
  }

  /** Whether {@code text} has the form of a staff number. */
  public static boolean isWellFormed(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public int compareTo(StaffNumber other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
