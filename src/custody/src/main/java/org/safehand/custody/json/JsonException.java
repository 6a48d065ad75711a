package org.safehand.custody.json;

import static java.util.Objects.requireNonNull;

/** A JSON text that is refused, with the place as a JSON pointer (RFC 6901; empty: the whole). */
public final class JsonException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String pointer;
  private final String reason;

  public JsonException(String pointer, String reason) {
    super(
        (requireNonNull(pointer, "pointer is null").isEmpty() ? "document" : pointer)
            + ": "
            + requireNonNull(reason, "reason is null"));
    this.pointer = pointer;
    this.reason = reason;
  }

  public String pointer() {
    return pointer;
  }

  /** Why, without the place. */
  public String reason() {
    return reason;
  }

  /** The pointer of member {@code name} of the value at {@code parent}. */
  static String child(String parent, String name) {
    return parent + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
