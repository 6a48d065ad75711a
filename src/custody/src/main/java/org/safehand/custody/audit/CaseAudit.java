package org.safehand.custody.audit;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.event.EventLink;
import org.safehand.custody.event.NodeSignature;
import org.safehand.custody.event.NodeVerifierKey;
import org.safehand.custody.event.RecordedEvent;
import org.safehand.custody.restore.LostLeaf;
import org.safehand.custody.restore.ProvenLosses;
import org.safehand.custody.stored.Opening;
import org.safehand.custody.stored.StoredEvent;
import org.safehand.custody.stored.StoredLog.StoredChain;
import org.safehand.custody.trust.NodeKeys;

/** The events of one case, visited in their order. */
final class CaseAudit {
  private final UUID caseId;
  private final NodeKeys nodes;
  private final ProvenLosses lost;
  private final Findings findings;
  private final PeriodAudit periods;
  private long next;
  private Optional<Digest> before = Optional.empty();

  /**
   * @param lost the leaves that need no event
   */
  CaseAudit(UUID caseId, NodeKeys nodes, ProvenLosses lost, Findings findings) {
    this.caseId = requireNonNull(caseId, "caseId is null");
    this.nodes = requireNonNull(nodes, "nodes is null");
    this.lost = requireNonNull(lost, "lost is null");
    this.findings = requireNonNull(findings, "findings is null");
    this.periods = new PeriodAudit(caseId, findings);
  }

  UUID caseId() {
    return caseId;
  }

  void visit(StoredEvent event) {
    requireLeaf(event);
    event.leaf().ifPresent(leaf -> requireSignature(event, leaf));
    if (event.opening() instanceof Opening.Opened opened) {
      TagKey tagKey = opened.tagKey(event.sequence());
      skipLost(event.sequence(), tagKey);
      requireRow(event, opened.event());
      requireLink(event, opened.event().link());
      periods.visit(opened);
      if (!opened.event().leaf().tag().equals(tagKey.tag(event.sequence()))) {
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
    while (next < sequence && !lost.isEmpty()) {
      Optional<LostLeaf> leaf = lost.find(tagKey.tag(next));
      if (leaf.isEmpty()) {
        return;
      }
      before = Optional.of(leaf.get().leafHash());
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

  private void requireSignature(StoredEvent event, BlindLeaf leaf) {
    NodeSignature signature = event.signature();
    Optional<NodeVerifierKey> key = nodes.find(signature.nodeId());
    if (key.filter(node -> signature.isOf(node, leaf)).isEmpty()) {
      findings.add(
          AuditFault.NODE_SIGNATURE,
          event.place(),
          "the signature of a listed node",
          key.isEmpty()
              ? "one of " + signature.nodeId() + ", which is not listed"
              : "one that is not of " + signature.nodeId());
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

  /** Every event was visited. */
  void end() {
    periods.end();
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
