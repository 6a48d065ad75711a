package org.safehand.store.custody;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.CustodyEvent;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventLink;
import org.safehand.custody.event.EventType;
import org.safehand.custody.provenance.Instrument;
import org.safehand.custody.provenance.Occasion;
import org.safehand.custody.provenance.Principal;
import org.safehand.referral.id.Ids;

/**
 * Places in chains whose events a restore has lost (table log_lost). A place is found by its tag,
 * so one query a place is enough; where no restore ever lost anything, none is made.
 *
 * <p>The sequencer writes the table while the gateway is down, so whether it is empty is asked
 * once.
 */
final class LostPlaces {
  private final String nodeId;
  private final Clock clock;
  private final Ids ids;
  private volatile @Nullable Boolean any;

  LostPlaces(String nodeId, Clock clock) {
    this.nodeId = requireNonNull(nodeId, "nodeId is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.ids = new Ids(clock, new SecureRandom());
  }

  /** {@code link}, or where the chain goes on behind places that were lost. */
  EventLink after(EntityManager entities, EventLink link, TagKey tagKey) {
    if (!any(entities)) {
      return link;
    }
    EventLink free = link;
    Optional<Digest> taken = leaf(entities, tagKey.tag(free.caseSequence()));
    while (taken.isPresent()) {
      free = free.next(taken.get());
      taken = leaf(entities, tagKey.tag(free.caseSequence()));
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

  private boolean any(EntityManager entities) {
    Boolean known = any;
    if (known == null) {
      known =
          (Boolean)
              entities
                  .createNativeQuery("select exists (select from log_lost)", Boolean.class)
                  .getSingleResult();
      any = known;
    }
    return known;
  }

  private static Optional<Digest> leaf(EntityManager entities, Digest tag) {
    List<?> found =
        entities
            .createNativeQuery("select leaf_hash from log_lost where tag = :tag", byte[].class)
            .setParameter("tag", tag.bytes())
            .getResultList();
    return found.stream().findFirst().map(hash -> Digest.ofBytes((byte[]) hash));
  }
}
