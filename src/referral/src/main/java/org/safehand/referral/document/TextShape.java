package org.safehand.referral.document;

import static java.util.Objects.requireNonNull;

import java.util.function.Predicate;
import org.safehand.custody.json.JsonString;
import org.safehand.custody.json.JsonValue;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;

/**
 * A text that is not blank and has no control characters but line feed and tab.
 *
 * @param max the longest it may be, in Unicode code points
 * @param form what else it must be
 * @param wanted that form in words
 */
public record TextShape(int max, Predicate<String> form, String wanted) implements Shape {
  /** Refuses nulls. */
  public TextShape {
    requireNonNull(form, "form is null");
    requireNonNull(wanted, "wanted is null");
  }

  /** Any text of at most {@code max} code points. */
  public static TextShape upTo(int max) {
    return new TextShape(max, text -> true, "a text");
  }

  /** The same on one line: without line feeds and tabs. */
  public static TextShape oneLine(int max) {
    return new TextShape(max, text -> text.indexOf('\n') < 0 && text.indexOf('\t') < 0, "one line");
  }

  /** The name of an agency in the registry. */
  public static TextShape agency() {
    return new TextShape(16, AgencyId::isWellFormed, "named like AG-N-001");
  }

  @Override
  public void check(JsonValue value, String at, Faults faults) {
    if (!(value instanceof JsonString string)) {
      faults.wrongKind(at, "a text");
      return;
    }
    String text = string.value();
    if (text.isBlank()) {
      faults.add(at, RefusalCode.FIELD_REQUIRED, "must not be empty");
    } else if (text.codePointCount(0, text.length()) > max) {
      faults.add(at, RefusalCode.VALUE_TOO_LONG, "is longer than " + max + " characters");
    } else if (text.codePoints().anyMatch(TextShape::isForbidden)) {
      faults.add(at, RefusalCode.VALUE_INVALID, "has control characters");
    } else if (!form.test(text)) {
      faults.wrongKind(at, wanted);
    }
  }

  /** {@code subject}, if {@code text}, which stands at {@code at}, is such a text. */
  public <T> Outcome<T> require(String text, String at, T subject) {
    Faults faults = new Faults();
    check(new JsonString(text), at, faults);
    return faults.found().isEmpty()
        ? Outcome.done(subject)
        : Outcome.refused(Refusal.of(faults.found()));
  }

  private static boolean isForbidden(int c) {
    return Character.getType(c) == Character.CONTROL && c != '\n' && c != '\t';
  }
}
