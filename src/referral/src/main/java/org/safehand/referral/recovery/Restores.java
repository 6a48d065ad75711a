package org.safehand.referral.recovery;

import java.util.List;

/** The restores that the sequencer has made. */
public interface Restores {
  /** Those of which no event tells yet, oldest first; of several nodes one at a time is told. */
  List<Restore> unrecorded();

  /** An event tells of {@code restore} from the running unit of work on. */
  void recorded(Restore restore);
}
