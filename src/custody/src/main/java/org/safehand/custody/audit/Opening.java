package org.safehand.custody.audit;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.chain.TagKey;
import org.safehand.custody.event.RecordedEvent;

/** What came of opening a stored body. */
public sealed interface Opening {
  /**
   * It opened, and the leaf commits to all of it.
   *
   * @param tagKey the tag key of the case and the period of this event
   */
  record Opened(RecordedEvent event, TagKey tagKey) implements Opening {
    public Opened {
      requireNonNull(event, "event is null");
      requireNonNull(tagKey, "tagKey is null");
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
