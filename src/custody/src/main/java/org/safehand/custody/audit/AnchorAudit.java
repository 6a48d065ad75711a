package org.safehand.custody.audit;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.safehand.custody.chain.SystemChain;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.stored.StoredEvent;
import org.safehand.custody.stored.StoredLog;
import org.safehand.custody.stored.StoredLog.StoredAnchor;

/** Time-stamped checkpoints against the events by which nodes told of them, both ways. */
final class AnchorAudit {
  private final StoredLog stored;
  private final Findings findings;
  private final Map<String, EventHeader> told = new HashMap<>();

  AnchorAudit(StoredLog stored, Findings findings) {
    this.stored = requireNonNull(stored, "stored is null");
    this.findings = requireNonNull(findings, "findings is null");
  }

  /** An anchor and the event that tells of it are kept together, or neither is. */
  void visit(StoredEvent event, EventHeader header) {
    if (SystemChain.isSystem(event.caseId())
        && header.type() == EventType.ANCHORED
        && header.fact("tokenSha256").isPresent()) {
      told.put(header.fact("size").orElse("of no size"), header);
    }
  }

  /** Every event was visited. */
  void end() {
    try (Stream<StoredAnchor> anchors = findings.read(stored.anchors())) {
      anchors.forEachOrdered(this::compare);
    }
    told.keySet().stream()
        .sorted()
        .forEach(size -> add(size, "the anchor that an event tells of", "none"));
  }

  private void compare(StoredAnchor anchor) {
    String size = Long.toString(anchor.size());
    EventHeader event = told.remove(size);
    if (event == null) {
      add(size, "an event that tells of it, once", "none");
      return;
    }
    require(size, "checkpoint ", event.fact("checkpointSha256").orElse(""), anchor.note().hex());
    require(size, "token ", event.fact("tokenSha256").orElse(""), anchor.token().hex());
  }

  private void require(String size, String what, String expected, String found) {
    if (!found.equals(expected)) {
      add(size, what + expected, what + found);
    }
  }

  private void add(String size, String expected, String found) {
    findings.add(AuditFault.ANCHOR, "anchor " + size, expected, found);
  }
}
