package org.safehand.exchange.work;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import org.safehand.custody.anchor.LogAnchor;
import org.safehand.referral.access.Actor;
import org.safehand.referral.anchor.AnchorCheckpoint;

/** Anchors the custody log whenever that is due; asks rarely, and no more often when refused. */
public final class AnchorWorker implements Worker {
  private static final Logger LOG = System.getLogger(AnchorWorker.class.getName());

  private final AnchorCheckpoint anchor;
  private final Actor node;
  private final Duration pause;

  /**
   * @param pause after each look that anchored nothing
   */
  public AnchorWorker(AnchorCheckpoint anchor, Actor node, Duration pause) {
    this.anchor = requireNonNull(anchor, "anchor is null");
    this.node = requireNonNull(node, "node is null");
    this.pause = requireNonNull(pause, "pause is null");
  }

  @Override
  public boolean step() throws InterruptedException {
    boolean anchored =
        anchor
            .anchor(node)
            .fold(
                AnchorWorker::report,
                refusal -> {
                  LOG.log(
                      Level.WARNING,
                      "the log could not be anchored: {0}: {1}",
                      refusal.code().wire(),
                      refusal.detail());
                  return false;
                });
    if (!anchored) {
      Thread.sleep(pause.toMillis());
    }
    return anchored;
  }

  private static boolean report(Optional<LogAnchor> anchored) {
    anchored.ifPresent(
        anchor -> LOG.log(Level.INFO, "anchored the log: {0}", LogAnchor.stamped(anchor.note())));
    return anchored.isPresent();
  }
}
