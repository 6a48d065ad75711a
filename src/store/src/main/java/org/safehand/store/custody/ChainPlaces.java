package org.safehand.store.custody;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safehand.custody.chain.TagPeriod;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.restore.LostLeaf;
import org.safehand.custody.restore.ProvenLosses;

/** The places of a case's chain, those too whose events a restore has lost. */
final class ChainPlaces {
  private static final String LEAF = "select leaf from log_lost where log_index = :index";

  private final EntityManager entities;
  private final ProvenLosses losses;
  private final List<TagPeriod> periods;

  /** Lost places are found by the tag keys of {@code periods}, oldest first. */
  ChainPlaces(EntityManager entities, ProvenLosses losses, List<TagPeriod> periods) {
    this.entities = requireNonNull(entities, "entities is null");
    this.losses = requireNonNull(losses, "losses is null");
    this.periods = List.copyOf(periods);
  }

  /** All places up to that of {@code last}. */
  List<ChainPlace> until(EventRow last) {
    List<ChainPlace> places = new ArrayList<>();
    for (EventRow row : rows(last)) {
      while (places.size() < row.caseSequence()) {
        places.add(lost(places.size(), last));
      }
      places.add(new ChainPlace.Kept(row));
    }
    return places;
  }

  private List<EventRow> rows(EventRow last) {
    return entities
        .createQuery(
            "select e from EventRow e where e.caseId = :id and e.caseSequence <= :last"
                + " order by e.caseSequence",
            EventRow.class)
        .setParameter("id", last.caseId())
        .setParameter("last", last.caseSequence())
        .getResultList();
  }

  private ChainPlace lost(long sequence, EventRow last) {
    return losses
        .find(tag(sequence))
        .flatMap(this::place)
        .orElseThrow(
            () ->
                JpaExtracts.damaged(
                    "event " + sequence + " of the case of " + last.eventId() + " is missing",
                    null));
  }

  private Optional<ChainPlace> place(LostLeaf lost) {
    List<?> found =
        entities
            .createNativeQuery(LEAF, byte[].class)
            .setParameter("index", lost.index())
            .getResultList();
    return found.stream()
        .map(byte[].class::cast)
        .flatMap(bytes -> BlindLeaf.of(bytes).stream())
        .filter(leaf -> leaf.leafHash().equals(lost.leafHash()))
        .<ChainPlace>map(leaf -> new ChainPlace.Lost(lost.index(), leaf))
        .findFirst();
  }

  private Digest tag(long sequence) {
    return TagPeriod.at(periods, sequence).key().tag(sequence);
  }
}
