package org.safehand.custody.trust;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.safehand.custody.digest.Digest;

/**
 * A time-stamping authority whose tokens count.
 *
 * @param certificateSha256 SHA-256 of its certificate
 * @param policies the policy OIDs under which its tokens count; at least one
 * @param withdrawn from when on it is not believed any more, as where its key was stolen: whoever
 *     has that key can write any time into a token, so a token counts only if something else shows
 *     that it existed before
 */
public record TsaTrust(
    Digest certificateSha256, Set<String> policies, Optional<Instant> withdrawn) {
  public TsaTrust {
    requireNonNull(withdrawn, "withdrawn is null");
    requireNonNull(certificateSha256, "certificateSha256 is null");
    policies = Set.copyOf(policies);
    if (policies.isEmpty()) {
      throw new IllegalArgumentException("a time-stamping authority is trusted under a policy");
    }
  }

  /** An authority that is believed. */
  public TsaTrust(Digest certificateSha256, Set<String> policies) {
    this(certificateSha256, policies, Optional.empty());
  }
}
