package org.safehand.store.custody;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.UUID;
import org.safehand.custody.chain.SystemChain;
import org.safehand.custody.chain.TagKey;
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

  private Digest append(UUID chainId, CustodyEvent event) {
    EntityManager entities = work.entities();
    entities.flush();
    ChainTable chains = new ChainTable(entities);
    EventLink link = chains.lock(chainId);
    if (link.caseSequence() == 0 && !keys.exists(chainId)) {
      keys.create(chainId);
    }
    keys.load(chainId);
    RecordedEvent recorded = leaves.make(link, event, TagKey.ofBytes(keys.tagKey(chainId)));
    chains.append(recorded, bodies.seal(recorded), node, clock.instant());
    return recorded.leaf().leafHash();
  }
}
