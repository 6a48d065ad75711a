package org.safehand.referral.proof;

import static java.util.Objects.requireNonNull;

import org.safehand.referral.act.SealedBytes;
import org.safehand.referral.id.ExtractId;

/** A custody extract that may be handed out. */
public record ExtractFile(ExtractId id, SealedBytes bytes) {
  /** Refuses nulls. */
  public ExtractFile {
    requireNonNull(id, "id is null");
    requireNonNull(bytes, "bytes is null");
  }
}
