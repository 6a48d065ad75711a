package org.safehand.referral.code;

import java.util.Locale;

/** A value of a code list. */
public interface Code {
  /** The constant's name. */
  String name();

  /** The form in which it is written: lower case with hyphens, unless the list says otherwise. */
  default String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
