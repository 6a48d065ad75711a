package org.safehand.referral.intake;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;
import org.safehand.custody.digest.Digest;
import org.safehand.referral.id.ReferralId;

/**
 * What the sender says of an exhibit before its bytes.
 *
 * @param referral the draft that it belongs to
 * @param originalName its file name there
 * @param mediaType its media type there
 * @param length its length in bytes, if the sender knows it
 * @param digest its SHA-256
 */
public record NewExhibit(
    ReferralId referral,
    String originalName,
    String mediaType,
    OptionalLong length,
    Digest digest) {
  /** Refuses nulls and a negative length. */
  public NewExhibit {
    requireNonNull(referral, "referral is null");
    requireNonNull(originalName, "originalName is null");
    requireNonNull(mediaType, "mediaType is null");
    requireNonNull(length, "length is null");
    requireNonNull(digest, "digest is null");
    if (length.isPresent() && length.getAsLong() < 0) {
      throw new IllegalArgumentException("a length is not negative");
    }
  }
}
