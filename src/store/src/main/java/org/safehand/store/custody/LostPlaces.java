package org.safehand.store.custody;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.event.CustodyEvent;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventLink;
import org.safehand.custody.event.EventType;
import org.safehand.custody.provenance.Instrument;
import org.safehand.custody.provenance.Occasion;
import org.safehand.custody.provenance.Principal;
import org.safehand.custody.restore.LostLeaf;
import org.safehand.custody.restore.ProvenLosses;
import org.safehand.referral.id.Ids;
import org.safehand.store.recovery.RestoreLosses;

/** Places in chains whose events a restore has provably lost; each is found by its tag. */
final class LostPlaces {
  private final String nodeId;
  private final Clock clock;
  private final Ids ids;
  private final RestoreLosses losses;

  LostPlaces(String nodeId, RestoreLosses losses, Clock clock) {
    this.nodeId = requireNonNull(nodeId, "nodeId is null");
    this.losses = requireNonNull(losses, "losses is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.ids = new Ids(clock, new SecureRandom());
  }

  /** {@code link}, or where the chain goes on behind places that were lost. */
  EventLink after(EntityManager entities, EventLink link, TagKey tagKey) {
    ProvenLosses proven = losses.proven(entities);
    EventLink free = link;
    while (!proven.isEmpty()) {
      Optional<LostLeaf> taken = proven.find(tagKey.tag(free.caseSequence()));
      if (taken.isEmpty()) {
        return free;
      }
      free = free.next(taken.get().leafHash());
    }
    return free;
  }

  /** The event that tells of the places from {@code locked} to before {@code free}. */
  CustodyEvent event(EventLink locked, EventLink free) {
    return CustodyEvent.of(
        EventHeader.builder(ids.event(), EventType.RESTORED)
            .occasion(Occasion.at(clock.instant()))
            .actor(new Principal(nodeId, "gateway-node", nodeId, "node"))
            .instrument(new Instrument(nodeId, "safehand-store", "1"))
            .fact("lostFrom", Long.toString(locked.caseSequence()))
            .fact("lostCount", Long.toString(free.caseSequence() - locked.caseSequence()))
            .build());
  }
}
