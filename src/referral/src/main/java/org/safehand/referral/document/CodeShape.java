package org.safehand.referral.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.safehand.custody.json.JsonString;
import org.safehand.custody.json.JsonValue;
import org.safehand.referral.code.Code;
import org.safehand.referral.refusal.RefusalCode;

/** One of a list of codes, written exactly so. */
public record CodeShape(Set<String> codes) implements Shape {
  /** Copies the list. */
  public CodeShape {
    codes = Set.copyOf(codes);
  }

  /** One of the codes of {@code list}. */
  public static CodeShape of(Code[] list) {
    return new CodeShape(Arrays.stream(list).map(Code::wire).collect(Collectors.toSet()));
  }

  /** A country by ISO 3166-1 alpha-2, or XX when it is not known. */
  public static CodeShape country() {
    Set<String> countries = new TreeSet<>(Arrays.asList(Locale.getISOCountries()));
    countries.add("XX");
    return new CodeShape(countries);
  }

  @Override
  public void check(JsonValue value, String at, Faults faults) {
    if (!(value instanceof JsonString text)) {
      faults.wrongKind(at, "a code");
    } else if (!codes.contains(text.value())) {
      faults.add(at, RefusalCode.UNKNOWN_CODE, "is not a code of this list");
    }
  }
}
