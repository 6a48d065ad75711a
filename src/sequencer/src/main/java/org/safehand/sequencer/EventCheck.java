package org.safehand.sequencer;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.event.NodeVerifierKey;
import org.safehand.sequencer.database.PendingEvent;
import org.safehand.sequencer.fault.SequencerCode;

/**
 * Decides which pending events may be sequenced, and in which order.
 *
 * <p>A row that somebody else than a known node put into the database has no good signature. An
 * event whose predecessor in its case is not sequenced shows that one was taken away.
 */
final class EventCheck {
  private final NodeKeys nodeKeys;

  EventCheck(NodeKeys nodeKeys) {
    this.nodeKeys = requireNonNull(nodeKeys, "nodeKeys is null");
  }

  /** The events to sequence, in order, and those to hold, with the reason. */
  record Verdict(List<PendingEvent> accepted, Map<PendingEvent, SequencerCode> held) {
    Verdict {
      accepted = List.copyOf(accepted);
      held = Map.copyOf(held);
    }
  }

  /**
   * Judges {@code pending}.
   *
   * @param all whether these are all pending events; if not, a missing predecessor may still come
   */
  Verdict judge(List<PendingEvent> pending, boolean all) {
    List<PendingEvent> accepted = new ArrayList<>();
    Map<PendingEvent, SequencerCode> held = new LinkedHashMap<>();
    Set<Place> places = new HashSet<>();
    List<PendingEvent> waiting = new ArrayList<>(pending);
    int before;
    do {
      before = waiting.size();
      for (Iterator<PendingEvent> events = waiting.iterator(); events.hasNext(); ) {
        PendingEvent event = events.next();
        if (!event.follows() && !places.contains(Place.before(event))) {
          continue;
        }
        events.remove();
        Optional<SequencerCode> fault = fault(event);
        if (fault.isPresent()) {
          held.put(event, fault.get());
        } else {
          accepted.add(event);
          places.add(Place.of(event));
        }
      }
    } while (waiting.size() < before);
    if (all) {
      waiting.forEach(event -> held.put(event, SequencerCode.EVENT_CASE_GAP));
    }
    return new Verdict(accepted, held);
  }

  private Optional<SequencerCode> fault(PendingEvent event) {
    Optional<BlindLeaf> leaf = BlindLeaf.of(event.leaf());
    if (leaf.isEmpty() || !leaf.get().leafHash().equals(event.leafHash())) {
      return Optional.of(SequencerCode.EVENT_LEAF_MALFORMED);
    }
    Optional<NodeVerifierKey> key = nodeKeys.find(event.nodeId());
    if (key.isEmpty()) {
      return Optional.of(SequencerCode.EVENT_UNKNOWN_NODE);
    }
    return key.get().verifies(leaf.get(), event.nodeSignature())
        ? Optional.empty()
        : Optional.of(SequencerCode.EVENT_BAD_SIGNATURE);
  }

  private record Place(UUID caseId, long caseSequence) {
    static Place of(PendingEvent event) {
      return new Place(event.caseId(), event.caseSequence());
    }

    static Place before(PendingEvent event) {
      return new Place(event.caseId(), event.caseSequence() - 1);
    }
  }
}
