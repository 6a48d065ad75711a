package org.safehand.custody.trust;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.safehand.custody.digest.Digest;

/**
 * A time-stamping authority whose tokens count.
 *
 * @param certificateSha256 SHA-256 of its certificate
 * @param policies the policy OIDs under which its tokens count; at least one
 */
public record TsaTrust(Digest certificateSha256, Set<String> policies) {
  public TsaTrust {
    requireNonNull(certificateSha256, "certificateSha256 is null");
    policies = Set.copyOf(policies);
    if (policies.isEmpty()) {
      throw new IllegalArgumentException("a time-stamping authority is trusted under a policy");
    }
  }
}
