package org.safehand.custody.audit;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.stored.StoredLog;
import org.safehand.custody.trust.LogTrust;
import org.safehand.custody.trust.NodeKeys;

/**
 * Audits the stored log with the keys of its cases.
 *
 * <p>Guarantee: when the report holds, every stored body is the one that its leaf commits to, every
 * stored leaf was signed by a listed node, every leaf is the entry at its index, every entry has
 * its event (or lost it in a restore that the log key signed), tiles and every checkpoint are what
 * the entries give, each case is one chain without a gap, its tag keys are those that its extracts
 * committed to, a case whose key is gone was erased on record, and the anchors are those that
 * events tell of. It does not say that every event was logged, nor that the log shows the same to
 * everyone.
 */
public final class LogAudit {
  private final LogTrust trust;
  private final NodeKeys nodes;

  /**
   * An audit of the log that {@code trust} names.
   *
   * @param nodes all that ever recorded events in it
   */
  public LogAudit(LogTrust trust, NodeKeys nodes) {
    this.trust = requireNonNull(trust, "trust is null");
    this.nodes = requireNonNull(nodes, "nodes is null");
  }

  /** Reads all of {@code stored} once. */
  public AuditReport of(StoredLog stored) {
    Findings findings = new Findings();
    RestoreAudit restores = new RestoreAudit(stored, trust, findings);
    long events =
        new ChainAudit(stored, nodes, restores, new AnchorAudit(stored, findings), findings).run();
    TreeAudit tree = new TreeAudit(stored, restores.losses(), trust, findings);
    tree.run();
    return new AuditReport(events, tree.size(), tree.root(), findings.kept(), findings.count());
  }
}
