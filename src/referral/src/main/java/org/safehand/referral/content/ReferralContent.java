package org.safehand.referral.content;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.safehand.referral.location.LocationItem;

/**
 * All that a referral says.
 *
 * @param header what happened, who says so, how urgent it is
 * @param handling how it may be used
 * @param legalBasis by what right it is referred
 * @param locations where it was found
 */
public record ReferralContent(
    Header header, Handling handling, LegalBasis legalBasis, List<LocationItem> locations) {
  /** Copies the lists. */
  public ReferralContent {
    requireNonNull(header, "header is null");
    requireNonNull(handling, "handling is null");
    requireNonNull(legalBasis, "legalBasis is null");
    locations = List.copyOf(locations);
  }
}
