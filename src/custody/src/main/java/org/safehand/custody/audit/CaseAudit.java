package org.safehand.custody.audit;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.safehand.custody.audit.StoredLog.StoredChain;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventLink;
import org.safehand.custody.event.RecordedEvent;

/** The events of one case, visited in their order. */
final class CaseAudit {
  private final UUID caseId;
  private final Map<Digest, Digest> lost;
  private final Findings findings;
  private long next;
  private Optional<Digest> before = Optional.empty();

  /**
   * @param lost leaf hashes of lost leaves by their tags
   */
  CaseAudit(UUID caseId, Map<Digest, Digest> lost, Findings findings) {
    this.caseId = requireNonNull(caseId, "caseId is null");
    this.lost = requireNonNull(lost, "lost is null");
    this.findings = requireNonNull(findings, "findings is null");
  }

  UUID caseId() {
    return caseId;
  }

  void visit(StoredEvent event) {
    requireLeaf(event);
    if (event.opening() instanceof Opening.Opened opened) {
      skipLost(event.sequence(), opened.tagKey());
      requireRow(event, opened.event());
      requireLink(event, opened.event().link());
      if (!opened.event().leaf().tag().equals(opened.tagKey().tag(event.sequence()))) {
        findings.add(AuditFault.TAG, event.place(), "the tag of its place", "another");
      }
    } else if (event.opening() instanceof Opening.Broken broken) {
      findings.add(AuditFault.BODY, event.place(), "a body that opens", broken.reason());
    }
    if (event.sequence() != next) {
      findings.add(
          AuditFault.CASE_GAP, "case " + caseId, "event " + next, "event " + event.sequence());
    }
    next = event.sequence() + 1;
    before = Optional.of(event.leafHash());
  }

  /** Passes over places whose leaves are known to have lost their events. */
  private void skipLost(long sequence, TagKey tagKey) {
    while (next < sequence) {
      Digest leafHash = lost.get(tagKey.tag(next));
      if (leafHash == null) {
        return;
      }
      before = Optional.of(leafHash);
      next++;
    }
  }

  private void requireLeaf(StoredEvent event) {
    if (event.leaf().isEmpty()) {
      findings.add(AuditFault.LEAF, event.place(), "a leaf", "other bytes");
    } else if (!event.leaf().get().leafHash().equals(event.leafHash())) {
      findings.add(
          AuditFault.LEAF,
          event.place(),
          event.leafHash().hex(),
          event.leaf().get().leafHash().hex());
    }
  }

  private void requireRow(StoredEvent event, RecordedEvent body) {
    requireSame(event, "case", body.link().caseId(), event.caseId());
    requireSame(event, "sequence", body.link().caseSequence(), event.sequence());
    requireSame(event, "id", body.event().header().eventId(), event.eventId());
    requireSame(event, "type", body.event().header().type().wire(), event.type());
  }

  private void requireSame(StoredEvent event, String what, Object inBody, Object inRow) {
    if (!inBody.equals(inRow)) {
      findings.add(AuditFault.ROW, event.place(), what + " " + inBody, what + " " + inRow);
    }
  }

  private void requireLink(StoredEvent event, EventLink link) {
    Optional<Digest> previous = Optional.ofNullable(link.previousLeaf());
    if (!previous.equals(before)) {
      findings.add(
          AuditFault.CASE_LINK,
          event.place(),
          "after " + previous.map(Digest::hex).orElse("nothing"),
          "after " + before.map(Digest::hex).orElse("nothing"));
    }
  }

  /** Requires that {@code chain} ends with the last event that was visited. */
  void requireHead(StoredChain chain) {
    if (chain.next() != next || !chain.headLeaf().equals(before)) {
      findings.add(
          AuditFault.CASE_HEAD,
          "case " + caseId,
          "%d events, last %s".formatted(chain.next(), hex(chain.headLeaf())),
          "%d events, last %s".formatted(next, hex(before)));
    }
  }

  private static String hex(Optional<Digest> leaf) {
    return leaf.map(Digest::hex).orElse("none");
  }
}
