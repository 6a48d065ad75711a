package org.safehand.cli.report;

import java.util.List;
import org.safehand.custody.extract.ExtractEvent;

/**
 * How much of the case the extract shows, so that an empty section does not claim more than is
 * known.
 *
 * @param open events whose header is open
 * @param withheld events whose header the level withholds
 * @param lost events that nobody can open
 */
record Openness(long open, long withheld, long lost) {
  static final String NONE = "None recorded.";

  static Openness of(List<ExtractEvent> events) {
    long lost = events.stream().filter(ExtractEvent.Lost.class::isInstance).count();
    long open = EventLine.of(events).size();
    return new Openness(open, events.size() - open - lost, lost);
  }

  /** What an empty section says. */
  String nothing() {
    if (withheld == 0 && lost == 0) {
      return NONE;
    }
    return NONE
        + " That is said of the "
        + open
        + " events that are open; of "
        + withheld
        + " the header is withheld at this level, and "
        + lost
        + " are lost.";
  }
}
