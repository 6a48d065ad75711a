package org.safehand.web.problem;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.json.JsonObject;

/**
 * A part of a request that a problem is about: a member of its body, or one of its header fields,
 * which RFC 9457 leaves to each API to name (section 3.2).
 *
 * @param kind {@code pointer} or {@code header}
 * @param value a JSON pointer (RFC 6901), or the name of the field
 */
public record Concern(String kind, String value) {
  public Concern {
    requireNonNull(kind, "kind is null");
    requireNonNull(value, "value is null");
  }

  /** The member of the body that {@code pointer} points at. */
  public static Concern member(String pointer) {
    return new Concern("pointer", pointer);
  }

  /** The header field {@code name}. */
  public static Concern header(String name) {
    return new Concern("header", name);
  }

  boolean isMember() {
    return kind.equals("pointer");
  }

  JsonObject json() {
    return JsonObject.builder().put(kind, value).build();
  }
}
