package org.safehand.custody.audit;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.audit.StoredLog.LostLeaf;
import org.safehand.custody.audit.StoredLog.StoredChain;
import org.safehand.custody.chain.SystemChain;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;

/** The events of each case: bodies against leaves, and the chain that they form. */
final class ChainAudit {
  /** The fact of a {@code retention-erased} event that names the case. */
  private static final String ERASED_CASE = "case";

  /** The fact of a {@code restored} event that says how many events are lost for good. */
  private static final String LOST_EVENTS = "lost";

  private final StoredLog stored;
  private final Findings findings;
  private final Map<Digest, Digest> lost;
  private final long lostEvents;
  private final Set<UUID> keyGone = new HashSet<>();
  private final Set<UUID> erased = new HashSet<>();
  private final Iterator<StoredChain> chains;
  private final Stream<StoredChain> chainStream;
  private @Nullable StoredChain chain;
  private @Nullable CaseAudit current;
  private long events;
  private long lostOnRecord;

  ChainAudit(StoredLog stored, Findings findings) {
    this.stored = requireNonNull(stored, "stored is null");
    this.findings = requireNonNull(findings, "findings is null");
    try (Stream<LostLeaf> leaves = stored.lost()) {
      List<LostLeaf> all = leaves.toList();
      lostEvents = all.size();
      lost = all.stream().collect(Collectors.toMap(LostLeaf::tag, LostLeaf::leafHash, (a, b) -> a));
    }
    chainStream = stored.chains();
    chains = chainStream.iterator();
  }

  /** How many events there are. */
  long run() {
    try (chainStream;
        Stream<StoredEvent> all = stored.events()) {
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
    requireLossOnRecord();
    return events;
  }

  /** Whoever deletes an event may call it lost in a restore, but cannot say so in a chain. */
  private void requireLossOnRecord() {
    if (lostEvents > lostOnRecord) {
      findings.add(
          AuditFault.LOST,
          "lost events",
          lostOnRecord + ", as restores on record say",
          String.valueOf(lostEvents));
    }
  }

  private void visit(StoredEvent event) {
    events++;
    CaseAudit running = current;
    if (running == null || !running.caseId().equals(event.caseId())) {
      finish();
      running = new CaseAudit(event.caseId(), lost, findings);
      current = running;
    }
    running.visit(event);
    if (event.opening() instanceof Opening.Opened opened) {
      noteErasure(event.caseId(), opened.event().event().header());
      noteRestore(event.caseId(), opened.event().event().header());
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

  /** A node records each restore, with what it cost, in its system chain. */
  private void noteRestore(UUID chainId, EventHeader header) {
    if (SystemChain.isSystem(chainId) && header.type() == EventType.RESTORED) {
      lostOnRecord +=
          header
              .fact(LOST_EVENTS)
              .filter(count -> count.matches("[0-9]{1,9}"))
              .map(Long::parseLong)
              .orElse(0L);
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
