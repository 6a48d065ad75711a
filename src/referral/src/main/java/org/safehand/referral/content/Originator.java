package org.safehand.referral.content;

import static java.util.Objects.requireNonNull;

/**
 * Who at the hotline answers questions, day and night.
 *
 * @param organisation the hotline
 * @param contact whom to ask for
 * @param phone a number that is answered at any hour
 */
public record Originator(String organisation, String contact, String phone) {
  /** Refuses nulls. */
  public Originator {
    requireNonNull(organisation, "organisation is null");
    requireNonNull(contact, "contact is null");
    requireNonNull(phone, "phone is null");
  }
}
