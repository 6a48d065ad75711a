package org.safehand.custody.vectors.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safehand.custody.extract.ExtractFault;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonValue;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.custody.vectors.log.Policy;

/** Changes one place of a good extract. */
final class ExtractEdits {
  private final Suite suite;
  private final String base;
  private final String text;
  private final JsonObject json;

  ExtractEdits(Suite suite, String base) {
    this.suite = suite;
    this.base = base;
    this.text = new String(ExtractVectors.file(suite.get(base), suite), UTF_8);
    try {
      this.json = Jcs.readObject(text.getBytes(UTF_8));
    } catch (JsonException e) {
      throw new AssertionError(e);
    }
  }

  /** The extract with {@code from}, which stands in it once, replaced. */
  void refuse(String name, ExtractFault fault, String at, String from, String to, String shows) {
    if (!text.contains(from) || text.indexOf(from) != text.lastIndexOf(from)) {
      throw new IllegalArgumentException(name + ": not once in " + base + ": " + from);
    }
    suite.put(
        name,
        Policy.LOG
            .in(Vector.refused(fault.code(), shows))
            .at(at)
            .with("base", base)
            .with("from", from)
            .with("to", to));
  }

  void malformed(String name, String at, String from, String to, String shows) {
    refuse(name, ExtractFault.MALFORMED, at, from, to, shows);
  }

  /** The same, in the text of one event, which stands in the extract once. */
  void refuseEvent(
      String name, ExtractFault fault, String at, int event, String from, String to, String shows) {
    String whole = event(event);
    if (!whole.contains(from)) {
      throw new IllegalArgumentException(name + ": not in event " + event + ": " + from);
    }
    refuse(name, fault, at, shortest(whole, from), shortest(whole, from).replace(from, to), shows);
  }

  void malformedEvent(String name, String at, int event, String from, String to, String shows) {
    refuseEvent(name, ExtractFault.MALFORMED, at, event, from, to, shows);
  }

  /**
   * What stands around {@code from} in {@code whole}, so far that it stands once in the extract.
   */
  private String shortest(String whole, String from) {
    int start = whole.indexOf(from);
    int end = start + from.length();
    while (text.indexOf(whole.substring(start, end))
        != text.lastIndexOf(whole.substring(start, end))) {
      if (end < whole.length()) {
        end++;
      } else {
        start--;
      }
    }
    return whole.substring(start, end);
  }

  /** The text of the event number {@code sequence}. */
  String event(int sequence) {
    return text(array("events").get(sequence));
  }

  /** The text of what the event number {@code sequence} has under {@code name}. */
  String member(int sequence, String name) {
    return text(requireNonNull(array("events").get(sequence).members().get(name), name));
  }

  /** The text of the array {@code name}. */
  String list(String name) {
    return "[" + String.join(",", array(name).stream().map(ExtractEdits::text).toList()) + "]";
  }

  private static String text(JsonValue value) {
    return new String(Jcs.write(value), UTF_8);
  }

  private List<JsonObject> array(String name) {
    try {
      return json.array(name).objects();
    } catch (JsonException e) {
      throw new AssertionError(e);
    }
  }

  /** The first text in the extract that {@code regex} matches, or its first group. */
  String find(String regex) {
    Matcher found = Pattern.compile(regex).matcher(text);
    if (!found.find()) {
      throw new IllegalArgumentException("not in " + base + ": " + regex);
    }
    return found.group(found.groupCount());
  }
}
