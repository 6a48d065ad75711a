package org.safehand.referral.port.memory;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.safehand.referral.anchor.Anchor;
import org.safehand.referral.log.LogStanding;
import org.safehand.referral.log.LogState;

/** How far the log in memory is; what it publishes is witnessed at once. */
public final class InMemoryLogStanding implements LogStanding {
  private final InMemoryCustodyLog log;
  private final InMemoryAnchors anchors;
  private final Clock clock;

  public InMemoryLogStanding(InMemoryCustodyLog log, InMemoryAnchors anchors, Clock clock) {
    this.log = log;
    this.anchors = anchors;
    this.clock = clock;
  }

  @Override
  public LogState now() {
    long published = log.publishedSize();
    Optional<Anchor> anchor = anchors.newest();
    long anchored = anchor.map(Anchor::size).orElse(0L);
    Optional<Instant> unpublished = log.recordedAt(published);
    return new LogState(
        clock.instant(),
        published,
        published,
        anchored,
        anchor.map(Anchor::at),
        unpublished,
        unpublished,
        log.recordedAt(anchored));
  }
}
