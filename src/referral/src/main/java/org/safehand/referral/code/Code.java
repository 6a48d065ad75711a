package org.safehand.referral.code;

import java.util.Arrays;
import java.util.Locale;

/** A value of a code list. */
public interface Code {
  /** The constant's name. */
  String name();

  /** The form in which it is written: lower case with hyphens, unless the list says otherwise. */
  default String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The code of {@code list} that is written {@code wire}.
   *
   * @throws IllegalArgumentException if there is none
   */
  static <C extends Code> C of(C[] list, String wire) {
    return Arrays.stream(list)
        .filter(code -> code.wire().equals(wire))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not a code of the list"));
  }
}
