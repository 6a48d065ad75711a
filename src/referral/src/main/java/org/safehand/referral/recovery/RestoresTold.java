package org.safehand.referral.recovery;

import java.util.List;
import org.safehand.custody.restore.StoredRestore;

/**
 * What a node found about restores when it started.
 *
 * @param recorded of which it recorded an event now
 * @param unproven what is stored as a restore without the log key's word, in words; no event tells
 *     of it, and it excuses no missing event
 */
public record RestoresTold(List<StoredRestore> recorded, List<String> unproven) {
  /** Copies. */
  public RestoresTold {
    recorded = List.copyOf(recorded);
    unproven = List.copyOf(unproven);
  }
}
