package org.safehand.custody.audit;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.safehand.custody.digest.Digest;

/**
 * What an audit of the stored log came to.
 *
 * @param events how many stored events were read
 * @param size how many entries the log has
 * @param root the root that the entries give
 * @param findings what does not hold, the first thousand
 * @param count how many findings there are
 */
public record AuditReport(long events, long size, Digest root, List<Finding> findings, long count) {
  public AuditReport {
    requireNonNull(root, "root is null");
    findings = List.copyOf(findings);
  }

  /** Whether everything held. */
  public boolean holds() {
    return count == 0;
  }
}
