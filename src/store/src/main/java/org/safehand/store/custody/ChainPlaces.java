package org.safehand.store.custody;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.safehand.custody.chain.TagPeriod;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.BlindLeaf;

/** The places of a case's chain, those too whose events a restore has lost. */
final class ChainPlaces {
  private static final String LOST = "select log_index, leaf from log_lost where tag = :tag";

  private final EntityManager entities;
  private final List<TagPeriod> periods;

  /** Lost places are found by the tag keys of {@code periods}, oldest first. */
  ChainPlaces(EntityManager entities, List<TagPeriod> periods) {
    this.entities = requireNonNull(entities, "entities is null");
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
    List<?> found =
        entities
            .createNativeQuery(LOST, Tuple.class)
            .setParameter("tag", tag(sequence).bytes())
            .getResultList();
    return found.stream()
        .map(Tuple.class::cast)
        .map(
            row ->
                new ChainPlace.Lost(
                    row.get(0, Long.class), BlindLeaf.of(row.get(1, byte[].class)).orElseThrow()))
        .findFirst()
        .orElseThrow(
            () ->
                JpaExtracts.damaged(
                    "event " + sequence + " of the case of " + last.eventId() + " is missing",
                    null));
  }

  private Digest tag(long sequence) {
    TagPeriod period = periods.get(0);
    for (TagPeriod later : periods) {
      if (later.first() <= sequence) {
        period = later;
      }
    }
    return period.key().tag(sequence);
  }
}
