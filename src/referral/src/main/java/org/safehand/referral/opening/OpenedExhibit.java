package org.safehand.referral.opening;

import static java.util.Objects.requireNonNull;

import org.safehand.referral.exhibit.Exhibit;

/** An exhibit with the opening by which somebody may have it. */
public record OpenedExhibit(Opening opening, Exhibit exhibit) {
  /** Refuses nulls, and an opening of another exhibit. */
  public OpenedExhibit {
    requireNonNull(opening, "opening is null");
    requireNonNull(exhibit, "exhibit is null");
    if (!opening.exhibit().equals(exhibit.id())) {
      throw new IllegalArgumentException("an opening of another exhibit");
    }
  }
}
