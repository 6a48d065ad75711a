package org.safehand.custody.audit;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.chain.SystemChain;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.stored.Opening;
import org.safehand.custody.stored.StoredEvent;
import org.safehand.custody.stored.StoredLog;
import org.safehand.custody.stored.StoredLog.StoredChain;
import org.safehand.custody.trust.NodeKeys;

/** The events of each case: bodies against leaves, and the chain that they form. */
final class ChainAudit {
  /** The fact of a {@code retention-erased} event that names the case. */
  private static final String ERASED_CASE = "case";

  private final StoredLog stored;
  private final Findings findings;
  private final NodeKeys nodes;
  private final RestoreAudit restores;
  private final AnchorAudit anchors;
  private final Set<UUID> keyGone = new HashSet<>();
  private final Set<UUID> erased = new HashSet<>();
  private final Iterator<StoredChain> chains;
  private final Stream<StoredChain> chainStream;
  private @Nullable StoredChain chain;
  private @Nullable CaseAudit current;
  private long events;

  ChainAudit(
      StoredLog stored,
      NodeKeys nodes,
      RestoreAudit restores,
      AnchorAudit anchors,
      Findings findings) {
    this.stored = requireNonNull(stored, "stored is null");
    this.nodes = requireNonNull(nodes, "nodes is null");
    this.restores = requireNonNull(restores, "restores is null");
    this.anchors = requireNonNull(anchors, "anchors is null");
    this.findings = requireNonNull(findings, "findings is null");
    chainStream = findings.read(stored.chains());
    chains = chainStream.iterator();
  }

  /** How many events there are. */
  long run() {
    try (chainStream;
        Stream<StoredEvent> all = findings.read(stored.events())) {
      chain = next();
      all.forEachOrdered(this::visit);
      finish();
      while (chain != null) {
        withoutEvents(chain);
        chain = next();
      }
    }
    for (UUID caseId : keyGone) {
      if (!erased.contains(caseId)) {
        findings.add(
            AuditFault.KEY_MISSING, "case " + caseId, "its key, or a record of its end", "neither");
      }
    }
    restores.end();
    anchors.end();
    return events;
  }

  private void visit(StoredEvent event) {
    events++;
    CaseAudit running = current;
    if (running == null || !running.caseId().equals(event.caseId())) {
      finish();
      running = new CaseAudit(event.caseId(), nodes, restores.losses(), findings);
      current = running;
    }
    running.visit(event);
    if (event.opening() instanceof Opening.Opened opened) {
      noteErasure(event.caseId(), opened.event().event().header());
      restores.visit(event, opened.event().event().header());
      anchors.visit(event, opened.event().event().header());
    } else if (event.opening() instanceof Opening.KeyGone) {
      keyGone.add(event.caseId());
    }
  }

  /** Erasures are recorded outside the case, whose own chain they make unreadable. */
  private void noteErasure(UUID chainId, EventHeader header) {
    if (SystemChain.isSystem(chainId) && header.type() == EventType.RETENTION_ERASED) {
      header.fact(ERASED_CASE).flatMap(ChainAudit::uuid).ifPresent(erased::add);
    }
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Compares the case that was just read with the head stored for it. */
  private void finish() {
    CaseAudit done = current;
    if (done == null) {
      return;
    }
    done.end();
    while (chain != null && compare(chain.caseId(), done.caseId()) < 0) {
      withoutEvents(chain);
      chain = next();
    }
    if (chain != null && chain.caseId().equals(done.caseId())) {
      done.requireHead(chain);
      chain = next();
    } else {
      findings.add(AuditFault.CASE_HEAD, "case " + done.caseId(), "a head", "none");
    }
    current = null;
  }

  private void withoutEvents(StoredChain empty) {
    if (empty.next() != 0) {
      findings.add(
          AuditFault.CASE_HEAD, "case " + empty.caseId(), empty.next() + " events", "none");
    }
  }

  private @Nullable StoredChain next() {
    return chains.hasNext() ? chains.next() : null;
  }

  /** As unsigned bytes, which is how PostgreSQL orders them. */
  private static int compare(UUID left, UUID right) {
    int high = Long.compareUnsigned(left.getMostSignificantBits(), right.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(left.getLeastSignificantBits(), right.getLeastSignificantBits());
  }
}
