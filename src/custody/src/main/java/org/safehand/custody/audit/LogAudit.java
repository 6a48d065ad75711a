package org.safehand.custody.audit;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.trust.LogTrust;

/**
 * Audits the stored log with the keys of its cases.
 *
 * <p>Guarantee: when the report holds, every stored body is the one that its leaf commits to, every
 * leaf is the entry at its index, every entry has its event (or is known to have lost it in a
 * restore), tiles and every checkpoint are what the entries give, each case is one chain without a
 * gap, and a case whose key is gone was erased on record. It does not say that every event was
 * logged, nor that the log shows the same to everyone.
 */
public final class LogAudit {
  private final LogTrust trust;

  /** An audit of the log that {@code trust} names. */
  public LogAudit(LogTrust trust) {
    this.trust = requireNonNull(trust, "trust is null");
  }

  /** Reads all of {@code stored} once. */
  public AuditReport of(StoredLog stored) {
    Findings findings = new Findings();
    long events = new ChainAudit(stored, findings).run();
    TreeAudit tree = new TreeAudit(stored, trust, findings);
    tree.run();
    return new AuditReport(events, tree.size(), tree.root(), findings.kept(), findings.count());
  }
}
