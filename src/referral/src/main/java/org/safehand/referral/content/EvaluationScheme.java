package org.safehand.referral.content;

import java.util.regex.Pattern;
import org.safehand.referral.code.Code;

/** How reliability of source and information is graded; grades are never converted. */
public enum EvaluationScheme implements Code {
  /** Europol's: source A, B, C, X; information 1 to 4. */
  FOUR_BY_FOUR("4x4", "[ABCX][1-4]"),
  /** The United Kingdom's: source 1 to 3, information A to E, handling P or C. */
  THREE_FIVE_TWO("3x5x2", "[1-3][A-E][PC]"),
  /** NATO's: source A to F, information 1 to 6. */
  ADMIRALTY("admiralty", "[A-F][1-6]");

  private final String wire;
  private final Pattern grades;

  EvaluationScheme(String wire, String grades) {
    this.wire = wire;
    this.grades = Pattern.compile(grades);
  }

  @Override
  public String wire() {
    return wire;
  }

  /** Whether {@code grade} is one of this scheme. */
  public boolean grades(String grade) {
    return grades.matcher(grade).matches();
  }
}
