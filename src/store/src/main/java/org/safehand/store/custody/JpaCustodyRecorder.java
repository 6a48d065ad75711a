package org.safehand.store.custody;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import org.safehand.custody.chain.PeriodEnd;
import org.safehand.custody.chain.SystemChain;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.chain.TagPeriod;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.CustodyEvent;
import org.safehand.custody.event.EventLink;
import org.safehand.custody.event.LeafMaker;
import org.safehand.custody.event.NodeKey;
import org.safehand.custody.event.RecordedEvent;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.port.CustodyRecorder;
import org.safehand.store.key.CaseKeyStore;
import org.safehand.store.recovery.RestoreLosses;
import org.safehand.store.unit.EntityWork;

/**
 * Records events in the running transaction: they are kept with the change they witness, or neither
 * is.
 *
 * <p>The head of the chain is locked after everything else was written, so that two cases never
 * wait for one another, and stays locked until the commit, so that a chain has no fork and no gap.
 * Where a restore has lost events of the chain, their places are passed over and an event says so.
 */
public final class JpaCustodyRecorder implements CustodyRecorder {
  private final EntityWork work;
  private final CaseKeyStore keys;
  private final EventBodies bodies;
  private final LostPlaces lost;
  private final LeafMaker leaves;
  private final NodeKey node;
  private final Clock clock;

  public JpaCustodyRecorder(
      EntityWork work,
      CaseKeyStore keys,
      RestoreLosses losses,
      LeafMaker leaves,
      NodeKey node,
      Clock clock) {
    this.work = requireNonNull(work, "work is null");
    this.keys = requireNonNull(keys, "keys is null");
    this.bodies = new EventBodies(keys);
    this.lost = new LostPlaces(node.nodeId(), losses, clock);
    this.leaves = requireNonNull(leaves, "leaves is null");
    this.node = requireNonNull(node, "node is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  @Override
  public Digest record(CaseId caseId, CustodyEvent event) {
    return append(caseId.value(), event);
  }

  @Override
  public Digest recordOutsideCases(CustodyEvent event) {
    return append(SystemChain.caseId(node.nodeId()), event);
  }

  @Override
  public Digest endPeriod(CaseId caseId, Function<PeriodEnd, CustodyEvent> event) {
    ChainTable chains = new ChainTable(flushed());
    EventLink locked = chains.lock(caseId.value());
    TagKey present = keys.tagPeriod(caseId.value()).key();
    EventLink link = free(chains, locked, present);
    if (link.previousLeaf() == null) {
      throw new IllegalStateException("the case has no event yet");
    }
    TagPeriod next = keys.beginPeriod(caseId.value(), link.caseSequence() + 1);
    PeriodEnd end =
        new PeriodEnd(link.caseSequence() + 1, link.previousLeaf(), next.key().commitment());
    return append(chains, link, event.apply(end), present).leaf().leafHash();
  }

  private Digest append(UUID chainId, CustodyEvent event) {
    ChainTable chains = new ChainTable(flushed());
    EventLink locked = chains.lock(chainId);
    if (locked.caseSequence() == 0 && !keys.exists(chainId)) {
      keys.create(chainId);
    }
    TagKey tagKey = keys.tagPeriod(chainId).key();
    return append(chains, free(chains, locked, tagKey), event, tagKey).leaf().leafHash();
  }

  /** Where the next event goes; before it stands the one that tells of lost places, if any are. */
  private EventLink free(ChainTable chains, EventLink locked, TagKey tagKey) {
    EventLink link = lost.after(work.entities(), locked, tagKey);
    if (link.equals(locked)) {
      return link;
    }
    CustodyEvent restored = lost.event(locked, link);
    return link.next(append(chains, link, restored, tagKey).leaf().leafHash());
  }

  private RecordedEvent append(
      ChainTable chains, EventLink link, CustodyEvent event, TagKey tagKey) {
    RecordedEvent recorded = leaves.make(link, event, tagKey);
    chains.append(recorded, bodies.seal(recorded), node, clock.instant());
    return recorded;
  }

  private EntityManager flushed() {
    EntityManager entities = work.entities();
    entities.flush();
    return entities;
  }
}
