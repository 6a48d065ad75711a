package org.safehand.custody.stored;

import static java.util.Objects.requireNonNull;

/** A row that somebody may have changed: what it holds, or that it holds nothing of the kind. */
public sealed interface StoredRow<T> {
  /** What the columns say; whether it is true is another question. */
  record Read<T>(T value) implements StoredRow<T> {
    public Read {
      requireNonNull(value, "value is null");
    }
  }

  /**
   * A column is absent, of the wrong length or outside what it may be.
   *
   * @param place which row, as far as it says so
   * @param reason which column, and what is wrong with it
   */
  record Damaged<T>(String place, String reason) implements StoredRow<T> {
    public Damaged {
      requireNonNull(place, "place is null");
      requireNonNull(reason, "reason is null");
    }
  }
}
