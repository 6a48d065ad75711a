package org.safehand.referral.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonValue;
import org.safehand.referral.refusal.RefusalCode;

/**
 * An object with these fields and no others.
 *
 * @param fields all that it may have
 * @param required those that it must have
 */
public record ObjectShape(Map<String, Shape> fields, Set<String> required) implements Shape {
  /** Copies both, in order. */
  public ObjectShape {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    required = Collections.unmodifiableSet(new LinkedHashSet<>(required));
  }

  /** An object without fields, to begin with. */
  public static ObjectShape empty() {
    return new ObjectShape(Map.of(), Set.of());
  }

  /** The same with one more field that must be there. */
  public ObjectShape must(String name, Shape shape) {
    Set<String> more = new LinkedHashSet<>(required);
    more.add(name);
    return new ObjectShape(may(name, shape).fields, more);
  }

  /** The same with one more field that may be there. */
  public ObjectShape may(String name, Shape shape) {
    Map<String, Shape> more = new LinkedHashMap<>(fields);
    more.put(name, shape);
    return new ObjectShape(more, required);
  }

  @Override
  public void check(JsonValue value, String at, Faults faults) {
    if (!(value instanceof JsonObject object)) {
      faults.wrongKind(at, "an object");
      return;
    }
    for (String name : object.members().keySet()) {
      if (!fields.containsKey(name)) {
        faults.add(child(at, name), RefusalCode.UNKNOWN_FIELD, "is not a field of this document");
      }
    }
    fields.forEach(
        (name, shape) -> {
          Optional<JsonValue> member = object.find(name);
          if (member.isPresent()) {
            shape.check(member.get(), child(at, name), faults);
          } else if (required.contains(name)) {
            faults.add(child(at, name), RefusalCode.FIELD_REQUIRED, "is missing");
          }
        });
  }

  /**
   * RFC 6901, section 3. An unknown name is the sender's text; it is cut, not repeated at length.
   */
  private static String child(String at, String name) {
    String cut = name.length() > 64 ? name.substring(0, 64) : name;
    return at + "/" + cut.replace("~", "~0").replace("/", "~1");
  }
}
