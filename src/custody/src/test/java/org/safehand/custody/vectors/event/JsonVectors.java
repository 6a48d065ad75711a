package org.safehand.custody.vectors.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.custody.vectors.form.VectorKind;

/** Canonical JSON: what is and what is not in the one spelling of its value. */
public final class JsonVectors implements VectorKind {
  private static final String TEXT = "text";
  private static final String MALFORMED = "json-malformed";
  private static final int MAX_DEPTH = 32;

  @Override
  public String name() {
    return "json";
  }

  @Override
  public String judge(Vector vector, Suite suite) {
    byte[] text = vector.bytes(TEXT);
    try {
      assertThat(Jcs.write(Jcs.read(text))).isEqualTo(text);
      return Vector.OK;
    } catch (JsonException e) {
      assertThat(e.pointer()).isEqualTo(vector.at());
      return MALFORMED;
    }
  }

  @Override
  public void make(Suite suite) {
    makeValues(suite);
    makeOtherSpellings(suite);
    makeNumbers(suite);
    makeStrings(suite);
    makeBroken(suite);
  }

  private static void ok(Suite suite, String name, String text, String shows) {
    suite.put("ok-" + name, Vector.ok(shows).with(TEXT, text));
  }

  private static void refuse(Suite suite, String name, String text, String at, String shows) {
    refuse(suite, name, text.getBytes(UTF_8), at, shows);
  }

  private static void refuse(Suite suite, String name, byte[] text, String at, String shows) {
    suite.put(name, Vector.refused(MALFORMED, shows).at(at).with(TEXT, text));
  }

  private static void makeValues(Suite suite) {
    ok(
        suite,
        "worked-example",
        "{\"case\":\"01931b3e-7b2e-7000-8000-000000000001\",\"sequence\":0,\"v\":1}",
        "the first link of a case: no spaces, members sorted");
    ok(suite, "empty-object", "{}", "an object without members");
    ok(suite, "empty-array", "[]", "an array without elements");
    ok(suite, "top-level-string", "\"x\"", "any value may stand alone");
    ok(suite, "booleans", "[true,false]", "the two words that are values");
    ok(
        suite,
        "nested",
        "{\"a\":[{\"b\":[]},{}],\"c\":{\"d\":{}}}",
        "objects and arrays in another");
    ok(
        suite,
        "sorted-by-utf16",
        "{\"\\r\":1,\"1\":2,\"\u0080\":3,\"\u00f6\":4,\"\u20ac\":5,\"\ud83d\ude00\":6,\"\ufb33\":7}",
        "members are sorted by UTF-16 code units, so U+1F600 stands before U+FB33 (RFC 8785, 3.2.3)");
    ok(suite, "depth-32", nested(MAX_DEPTH), "the deepest nesting that is read");
    refuse(
        suite,
        "depth-33",
        nested(MAX_DEPTH + 1),
        "/0".repeat(MAX_DEPTH),
        "nested one deeper than is read");
    ok(
        suite,
        "wide",
        "[" + "[],".repeat(40) + "{}]",
        "nesting is depth, not the number of brackets");
    ok(suite, "wide-objects", "[" + "{},".repeat(40) + "[]]", "likewise for objects");
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  private static void makeOtherSpellings(Suite suite) {
    refuse(suite, "space", "{\"a\": 1}", "", "a space after the colon");
    refuse(suite, "newline-after", "{\"a\":1}\n", "", "a newline after the value");
    refuse(suite, "space-before", " {}", "", "a space before the value");
    refuse(suite, "unsorted", "{\"b\":1,\"a\":2}", "", "members out of order");
    refuse(
        suite,
        "sorted-by-code-point",
        "{\"\ufb33\":7,\"\ud83d\ude00\":6}",
        "",
        "members sorted by code point instead of UTF-16 code unit");
    refuse(suite, "repeated-name", "{\"a\":1,\"a\":1}", "/a", "a name that is there twice");
    refuse(
        suite,
        "repeated-name-escaped",
        "{\"a\":1,\"\\u0061\":1}",
        "/a",
        "the same name twice, once escaped");
    refuse(suite, "null", "{\"a\":null}", "/a", "null: an absent value is an absent member");
    refuse(suite, "bom", "\ufeff{}", "", "a byte order mark");
    refuse(suite, "two-values", "{}{}", "", "a second value follows");
    refuse(suite, "empty", "", "", "nothing at all");
    refuse(
        suite, "pointer-escapes", "{\"a~/b\":null}", "/a~0~1b", "where: a pointer escapes ~ and /");
    refuse(suite, "in-an-array", "[1,[2,null]]", "/1/1", "where: the second of the second");
  }

  private static void makeNumbers(Suite suite) {
    ok(
        suite,
        "integer-bounds",
        "[9007199254740991,-9007199254740991,0,10,-1]",
        "2^53 - 1 is the largest magnitude");
    refuse(suite, "two-to-the-53", "9007199254740992", "", "2^53 is not exact everywhere");
    refuse(suite, "minus-two-to-the-53", "-9007199254740992", "", "nor is -2^53");
    refuse(suite, "seventeen-digits", "10000000000000000", "", "an integer of 17 digits");
    refuse(suite, "huge", "9".repeat(30), "", "an integer beyond 64 bits");
    refuse(suite, "fraction", "[1.5]", "/0", "a number that is no integer");
    refuse(suite, "fraction-zero", "[1.0]", "/0", "an integer with a fraction part");
    refuse(suite, "exponent", "[1e2]", "/0", "an integer with an exponent");
    refuse(suite, "exponent-capital", "[1E2]", "/0", "an integer with a capital exponent");
    refuse(suite, "minus-zero", "-0", "", "zero has no sign");
    refuse(suite, "leading-zero", "01", "", "an integer with a leading zero");
    refuse(suite, "minus-leading-zero", "-01", "", "a negative integer with a leading zero");
    refuse(suite, "plus", "+1", "", "an integer with a plus");
    refuse(suite, "minus-alone", "[-]", "/0", "a sign without digits");
    refuse(suite, "minus-at-the-end", "-", "", "a sign and no more");
    refuse(suite, "not-a-number", "[NaN]", "/0", "a word of JavaScript");
  }

  private static void makeStrings(Suite suite) {
    ok(
        suite,
        "escapes",
        "\"\\\"\\\\\\b\\t\\n\\f\\r\\u0000\\u001f/\u007f\u20ac\ud83d\ude00\"",
        "what must be escaped is, in its shortest form; nothing else is");
    refuse(suite, "escaped-letter", "\"\\u0041\"", "", "an escape that need not be");
    refuse(suite, "escaped-slash", "\"\\/\"", "", "a slash is not escaped");
    refuse(suite, "long-newline", "\"\\u000a\"", "", "a newline has a shorter escape");
    refuse(suite, "capital-hex", "\"\\u001F\"", "", "hexadecimal digits are lower case");
    refuse(suite, "raw-tab", "\"\t\"", "", "a control character in a string");
    refuse(suite, "raw-unit-separator", "\"\u001f\"", "", "the last of the control characters");
    refuse(
        suite, "escaped-surrogates", "\"\\ud83d\\ude00\"", "", "a pair of surrogates as escapes");
    refuse(suite, "lone-surrogate", "[\"\\ud83d\"]", "/0", "half of a pair, which has no UTF-8");
    refuse(suite, "lone-surrogate-in-name", "{\"\\ude00\":1}", "", "half of a pair in a name");
    refuse(suite, "unknown-escape", "\"\\x41\"", "", "an escape that JSON does not have");
    refuse(suite, "short-escape", "\"\\u12\"", "", "an escape of two digits");
    refuse(suite, "wide-digit-escape", "\"\\u00\uff14\uff11\"", "", "digits of another script");
    refuse(suite, "ends-in-escape", "\"\\u004", "", "a string that ends within four digits");
    refuse(suite, "ends-in-backslash", "\"\\", "", "a string that ends within an escape");
    refuse(suite, "open-string", "\"abc", "", "a string that does not end");
    refuse(suite, "single-quotes", "'a'", "", "a string in single quotes");
    refuse(suite, "bare-name", "{a:1}", "", "a name without quotes");
    byte[] overlong = {'"', (byte) 0xc0, (byte) 0xaf, '"'};
    refuse(suite, "overlong-utf8", overlong, "", "a slash in two bytes of UTF-8");
    byte[] surrogate = {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'};
    refuse(suite, "surrogate-utf8", surrogate, "", "half of a pair in three bytes");
    byte[] latin = {'"', (byte) 0xe9, '"'};
    refuse(suite, "latin-1", latin, "", "another encoding than UTF-8");
  }

  private static void makeBroken(Suite suite) {
    refuse(suite, "open-object", "{\"a\":1", "", "an object that does not end");
    refuse(suite, "open-array", "[1", "", "an array that does not end");
    refuse(suite, "trailing-comma-object", "{\"a\":1,}", "", "a comma before the closing brace");
    refuse(suite, "trailing-comma-array", "[1,]", "/1", "a comma before the closing bracket");
    refuse(suite, "missing-comma", "[1 2]", "", "elements without a comma");
    refuse(suite, "missing-colon", "{\"a\" 1}", "/a", "a member without a colon");
    refuse(suite, "missing-value", "{\"a\":}", "/a", "a member without a value");
    refuse(suite, "closed-by-other", "[1}", "", "an array that a brace closes");
    refuse(suite, "capital-true", "[True]", "/0", "a word in another case");
    refuse(suite, "longer-word", "[truely]", "", "a word with more letters");
    refuse(suite, "comment", "{}//", "", "a comment");
    refuse(suite, "form-feed", "{}\f", "", "white space that JSON does not have");
  }
}
