package org.safehand.custody.stored;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.chain.TagPeriod;
import org.safehand.custody.event.RecordedEvent;

/** What came of opening a stored body. */
public sealed interface Opening {
  /**
   * It opened, and the leaf commits to all of it.
   *
   * @param periods all tag keys of the case, oldest first, at least one
   */
  record Opened(RecordedEvent event, List<TagPeriod> periods) implements Opening {
    public Opened {
      requireNonNull(event, "event is null");
      periods = List.copyOf(periods);
      if (periods.isEmpty()) {
        throw new IllegalArgumentException("a case has a tag key");
      }
    }

    /** The tag key that holds at {@code sequence}. */
    public TagKey tagKey(long sequence) {
      return TagPeriod.at(periods, sequence).key();
    }
  }

  /** The custody key of the case is not there. */
  record KeyGone() implements Opening {}

  /** The key is there, but the body does not open under it or is not the leaf's. */
  record Broken(String reason) implements Opening {
    public Broken {
      requireNonNull(reason, "reason is null");
    }
  }
}
