package org.safehand.referral.query;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.safehand.custody.extract.Extract;
import org.safehand.custody.extract.ExtractIssued;
import org.safehand.referral.access.StaffNumber;

/**
 * An extract that was issued.
 *
 * @param issuer to whom it was issued
 * @param issued what the event that issued it says
 * @param whole the case up to that event with everything open, the next tag key too; absent as long
 *     as not all of it is witnessed
 */
public record IssuedExtract(StaffNumber issuer, ExtractIssued issued, Optional<Extract> whole) {
  /** Refuses nulls. */
  public IssuedExtract {
    requireNonNull(issuer, "issuer is null");
    requireNonNull(issued, "issued is null");
    requireNonNull(whole, "whole is null");
  }
}
