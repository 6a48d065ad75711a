package org.safehand.referral.document;

import org.safehand.custody.json.JsonValue;

/** What a JSON value must look like. */
public sealed interface Shape
    permits CodeShape, FlagShape, ListShape, NumberShape, ObjectShape, TextShape, TimeShape {

  /** Adds to {@code faults} everything that is wrong with {@code value}, which is at {@code at}. */
  void check(JsonValue value, String at, Faults faults);
}
