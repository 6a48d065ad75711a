package org.safehand.custody.audit;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.safehand.custody.chain.SystemChain;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.restore.Doubt;
import org.safehand.custody.restore.LostLeaf;
import org.safehand.custody.restore.ProvenLosses;
import org.safehand.custody.restore.StoredRestore;
import org.safehand.custody.stored.StoredEvent;
import org.safehand.custody.stored.StoredLog;
import org.safehand.custody.trust.LogTrust;

/**
 * Restores and what they lost: what the log key signed, against what is stored and what the chains
 * tell.
 */
final class RestoreAudit {
  private final Findings findings;
  private final ProvenLosses losses;
  private final Map<String, Map<String, String>> told = new LinkedHashMap<>();

  RestoreAudit(StoredLog stored, LogTrust trust, Findings findings) {
    this.findings = requireNonNull(findings, "findings is null");
    try (Stream<StoredRestore> restores = findings.read(stored.restores());
        Stream<LostLeaf> lost = findings.read(stored.lost())) {
      losses = ProvenLosses.of(trust, restores.toList(), lost.toList());
    }
    for (Doubt doubt : losses.doubts()) {
      findings.add(
          doubt.kind() == Doubt.Kind.RESTORE ? AuditFault.RESTORE : AuditFault.LOST,
          doubt.place(),
          doubt.expected(),
          doubt.found());
    }
  }

  /** The leaves that need no event. */
  ProvenLosses losses() {
    return losses;
  }

  /** A node records each restore in its system chain before it works again. */
  void visit(StoredEvent event, EventHeader header) {
    if (SystemChain.isSystem(event.caseId()) && header.type() == EventType.RESTORED) {
      told.put(event.place(), header.facts());
    }
  }

  /** Every event was visited. */
  void end() {
    for (StoredRestore restore : losses.restores()) {
      if (restore.lost() > 0 && !told.containsValue(restore.facts())) {
        findings.add(AuditFault.LOST, restore.place(), "an event that tells of it", "none");
      }
    }
    told.forEach(
        (place, facts) -> {
          if (losses.restores().stream().noneMatch(one -> one.facts().equals(facts))) {
            findings.add(
                AuditFault.RESTORE, place, "a restore that the log signed", "none as it tells");
          }
        });
  }
}
