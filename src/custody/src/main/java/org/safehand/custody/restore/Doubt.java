package org.safehand.custody.restore;

import static java.util.Objects.requireNonNull;

/**
 * Something about restores that is stored and not proven.
 *
 * @param kind what it is about
 * @param place which restore, or which index
 * @param expected what would prove it
 * @param found what is there
 */
public record Doubt(Kind kind, String place, String expected, String found) {
  public Doubt {
    requireNonNull(kind, "kind is null");
    requireNonNull(place, "place is null");
    requireNonNull(expected, "expected is null");
    requireNonNull(found, "found is null");
  }

  /** What a doubt is about. */
  public enum Kind {
    /** That there was a restore. */
    RESTORE,
    /** That a leaf lost its event in one. */
    LOSS
  }
}
