package org.safehand.launcher.stage;

import java.time.Duration;

/** Is told how far a start, a stop or a demonstration is. Called from several threads. */
public interface Progress {
  /** A step held. */
  void done(String step, Duration took);

  /** A step failed; the reason is reported by the caller. */
  void failed(String step);

  /** Tells nobody. */
  static Progress silent() {
    return new Progress() {
      @Override
      public void done(String step, Duration took) {}

      @Override
      public void failed(String step) {}
    };
  }
}
