package org.safehand.referral.verification;

import java.util.Optional;
import java.util.function.Function;
import org.safehand.custody.stored.StoredLog;

/** Everything that is stored of the custody log, with the keys that open it. */
public interface StoredCustody {
  /**
   * What {@code reading} makes of the log as it stands at one moment, whatever is written
   * meanwhile; empty if somebody reads it so already. Not within a unit of work.
   */
  <T> Optional<T> atOneMoment(Function<StoredLog, T> reading);
}
