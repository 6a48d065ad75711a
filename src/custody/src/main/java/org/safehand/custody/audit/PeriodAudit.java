package org.safehand.custody.audit;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.safehand.custody.chain.TagPeriod;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.RecordedEvent;
import org.safehand.custody.extract.ExtractIssued;
import org.safehand.custody.stored.Opening;

/**
 * The tag keys of one case against the events that commit to them: after each {@code
 * extract-issued} one begins, the one that it names, also if no event has used it yet.
 */
final class PeriodAudit {
  private final UUID caseId;
  private final Findings findings;
  private final Map<Long, Digest> committed = new TreeMap<>();
  private List<TagPeriod> stored = List.of();

  PeriodAudit(UUID caseId, Findings findings) {
    this.caseId = requireNonNull(caseId, "caseId is null");
    this.findings = requireNonNull(findings, "findings is null");
  }

  void visit(Opening.Opened opened) {
    stored = opened.periods();
    RecordedEvent event = opened.event();
    ExtractIssued.of(event.event().header())
        .ifPresent(
            issued -> committed.put(event.link().caseSequence() + 1, issued.end().nextTagKey()));
  }

  /** Every event was visited. A case whose keys are gone has nothing to compare. */
  void end() {
    for (TagPeriod period : stored) {
      Digest commitment = committed.remove(period.first());
      if (period.first() != 0 && commitment == null) {
        add(period.first(), "none, as no extract was issued before", "one");
      } else if (commitment != null && !commitment.equals(period.key().commitment())) {
        add(period.first(), commitment.hex(), period.key().commitment().hex());
      }
    }
    committed.forEach((first, commitment) -> add(first, commitment.hex(), "none"));
  }

  private void add(long first, String expected, String found) {
    findings.add(
        AuditFault.TAG_KEY, "case " + caseId + " tag key from event " + first, expected, found);
  }
}
