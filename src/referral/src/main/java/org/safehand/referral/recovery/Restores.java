package org.safehand.referral.recovery;

import java.util.List;
import org.safehand.custody.restore.StoredRestore;
import org.safehand.custody.stored.StoredRow;

/** The restores that the database says the sequencer has made; it may say anything. */
public interface Restores {
  /** Those of which no event tells yet, oldest first; of several nodes one at a time is told. */
  List<StoredRow<StoredRestore>> unrecorded();

  /** An event tells of {@code restore} from the running unit of work on. */
  void recorded(StoredRestore restore);
}
