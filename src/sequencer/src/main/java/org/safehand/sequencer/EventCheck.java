package org.safehand.sequencer;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
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
import org.safehand.custody.trust.NodeKeys;
import org.safehand.sequencer.database.PendingEvent;
import org.safehand.sequencer.fault.SequencerCode;
import org.safehand.sequencer.signature.SignedLeaf;

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
    Map<PendingEvent, SequencerCode> faults = faults(pending);
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
        SequencerCode fault = faults.get(event);
        if (fault != null) {
          held.put(event, fault);
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

  /** What is wrong with each event by itself; one that is not a key is in order. */
  private Map<PendingEvent, SequencerCode> faults(List<PendingEvent> pending) {
    Map<PendingEvent, SequencerCode> faults = new HashMap<>();
    List<PendingEvent> signed = new ArrayList<>();
    List<SignedLeaf> leaves = new ArrayList<>();
    for (PendingEvent event : pending) {
      Optional<BlindLeaf> leaf = BlindLeaf.of(event.leaf());
      Optional<NodeVerifierKey> key = nodeKeys.find(event.nodeId());
      if (leaf.isEmpty() || !leaf.get().leafHash().equals(event.leafHash())) {
        faults.put(event, SequencerCode.EVENT_LEAF_MALFORMED);
      } else if (key.isEmpty()) {
        faults.put(event, SequencerCode.EVENT_UNKNOWN_NODE);
      } else {
        signed.add(event);
        leaves.add(new SignedLeaf(key.get(), leaf.get(), event.nodeSignature()));
      }
    }
    List<Boolean> hold = SignedLeaf.hold(leaves);
    for (int i = 0; i < signed.size(); i++) {
      if (!hold.get(i)) {
        faults.put(signed.get(i), SequencerCode.EVENT_BAD_SIGNATURE);
      }
    }
    return faults;
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
