package org.safehand.store.custody;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
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
import org.safehand.store.unit.EntityWork;

/**
 * Records events in the running transaction: they are kept with the change they witness, or neither
 * is.
 *
 * <p>The head of the chain is locked after everything else was written, so that two cases never
 * wait for one another, and stays locked until the commit, so that a chain has no fork and no gap.
 */
public final class JpaCustodyRecorder implements CustodyRecorder {
  private final EntityWork work;
  private final CaseKeyStore keys;
  private final EventBodies bodies;
  private final LeafMaker leaves;
  private final NodeKey node;
  private final Clock clock;

  public JpaCustodyRecorder(
      EntityWork work, CaseKeyStore keys, LeafMaker leaves, NodeKey node, Clock clock) {
    this.work = requireNonNull(work, "work is null");
    this.keys = requireNonNull(keys, "keys is null");
    this.bodies = new EventBodies(keys);
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
    UUID chainId = caseId.value();
    ChainRow chain = lock(work.entities(), chainId);
    EventLink link = chain.next();
    if (link.previousLeaf() == null) {
      throw new IllegalStateException("the case has no event yet");
    }
    TagKey present = keys.tagPeriod(chainId).key();
    TagPeriod next = keys.beginPeriod(chainId, link.caseSequence() + 1);
    PeriodEnd end =
        new PeriodEnd(link.caseSequence() + 1, link.previousLeaf(), next.key().commitment());
    return append(chain, event.apply(end), present);
  }

  private Digest append(UUID chainId, CustodyEvent event) {
    ChainRow chain = lock(work.entities(), chainId);
    if (chain.isEmpty() && !keys.exists(chainId)) {
      keys.create(chainId);
    }
    return append(chain, event, keys.tagPeriod(chainId).key());
  }

  private Digest append(ChainRow chain, CustodyEvent event, TagKey tagKey) {
    EntityManager entities = work.entities();
    RecordedEvent recorded = leaves.make(chain.next(), event, tagKey);
    entities.persist(new EventRow(recorded, bodies.seal(recorded), node, clock.instant()));
    chain.append(recorded);
    entities.flush();
    return recorded.leaf().leafHash();
  }

  /** The chain's head, locked. It is nowhere loaded without a lock, so what is found is current. */
  private static ChainRow lock(EntityManager entities, UUID chainId) {
    entities.flush();
    ChainRow chain = entities.find(ChainRow.class, chainId, LockModeType.PESSIMISTIC_WRITE);
    if (chain != null) {
      return chain;
    }
    entities
        .createNativeQuery(
            "insert into custody_case (case_id, next_sequence) values (:id, 0)"
                + " on conflict do nothing")
        .setParameter("id", chainId)
        .executeUpdate();
    return requireNonNull(
        entities.find(ChainRow.class, chainId, LockModeType.PESSIMISTIC_WRITE),
        "a chain that was just inserted is not there");
  }
}
