package org.safehand.custody.completeness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.extract.ExtractEvent;
import org.safehand.custody.extract.ExtractException;
import org.safehand.custody.extract.ExtractFault;

/** Events that a restore lost: each run of them must be vouched for, exactly, by a later event. */
final class LostEvents {
  private LostEvents() {}

  /** The runs of lost events in {@code events}, if a restore vouches for each. */
  static List<LostRun> covered(List<ExtractEvent> events) throws ExtractException {
    List<LostRun> runs = new ArrayList<>();
    int first = 0;
    while (first < events.size()) {
      int end = first;
      while (end < events.size() && events.get(end) instanceof ExtractEvent.Lost) {
        end++;
      }
      if (end > first) {
        runs.add(covered(events, first, end));
      }
      first = end + 1;
    }
    return runs;
  }

  private static LostRun covered(List<ExtractEvent> events, int first, int end)
      throws ExtractException {
    for (int i = end; i < events.size(); i++) {
      if (vouches(events.get(i), first, end - first)) {
        return new LostRun(first, end - first, i);
      }
    }
    throw new ExtractException(
        ExtractFault.LOST,
        LeafVerifier.place(first),
        "a later restore that names lost events " + first + " to " + (end - 1),
        "none");
  }

  private static boolean vouches(ExtractEvent event, int first, int count) {
    return event instanceof ExtractEvent.Opened opened
        && opened.is(EventType.RESTORED)
        && opened
            .header()
            .filter(part -> says(part.value(), "lostFrom", first))
            .filter(part -> says(part.value(), "lostCount", count))
            .isPresent();
  }

  private static boolean says(EventHeader header, String fact, int number) {
    return header.fact(fact).equals(Optional.of(Integer.toString(number)));
  }
}
