package org.safehand.referral.stream;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;
import org.safehand.custody.digest.Digest;
import org.safehand.packaging.segment.ExhibitDigest;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;

/** What the sender declared, against which the stream is held at its end. */
public record StreamCheck(OptionalLong length, Digest sha256) {
  /** Refuses nulls. */
  public StreamCheck {
    requireNonNull(length, "length is null");
    requireNonNull(sha256, "sha256 is null");
  }

  Outcome<ExhibitDigest> judge(ExhibitDigest found) {
    if (length.isPresent() && length.getAsLong() != found.size()) {
      return Outcome.refused(
          RefusalCode.EXHIBIT_TRUNCATED,
          "declared " + length.getAsLong() + " bytes, received " + found.size());
    }
    return found.sha256().equals(sha256)
        ? Outcome.done(found)
        : Outcome.refused(
            RefusalCode.EXHIBIT_DIGEST_MISMATCH, "the bytes received have another SHA-256");
  }
}
