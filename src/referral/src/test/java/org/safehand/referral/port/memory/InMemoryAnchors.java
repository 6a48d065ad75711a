package org.safehand.referral.port.memory;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.safehand.custody.anchor.LogAnchor;
import org.safehand.custody.note.SignedNote;
import org.safehand.referral.anchor.Anchor;
import org.safehand.referral.anchor.Anchors;

/** Anchors in memory, of the log in memory. */
public final class InMemoryAnchors implements Anchors {
  private final InMemoryCustodyLog log;
  private final Shelf<Long, Anchor> anchors;
  private final Clock clock;

  public InMemoryAnchors(InMemoryUnitOfWork unit, InMemoryCustodyLog log, Clock clock) {
    this.log = log;
    this.anchors = new Shelf<>(unit);
    this.clock = clock;
  }

  @Override
  public Optional<SignedNote> checkpoint() {
    return log.checkpoint();
  }

  @Override
  public Optional<Anchor> newest() {
    return list(Long.MAX_VALUE, 1).stream().findFirst();
  }

  @Override
  public Optional<Anchor> lock() {
    anchors.unit().require();
    return newest();
  }

  @Override
  public void keep(LogAnchor anchor) {
    Anchor kept = new Anchor(anchor, clock.instant());
    anchors.putNew(kept.size(), kept);
  }

  @Override
  public Optional<Anchor> find(long size) {
    return anchors.find(size);
  }

  @Override
  public List<Anchor> list(long below, int limit) {
    return anchors.all().values().stream()
        .filter(anchor -> anchor.size() < below)
        .sorted(Comparator.comparingLong(Anchor::size).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public Instant databaseTime() {
    return clock.instant();
  }
}
