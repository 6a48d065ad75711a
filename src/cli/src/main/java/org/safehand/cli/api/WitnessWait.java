package org.safehand.cli.api;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.safehand.cli.http.Answer;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.outcome.ExitCode;

/**
 * Asks for what is there once the log is witnessed so far. A gateway that is restarting is waited
 * for too.
 */
public final class WitnessWait {
  private final Gateway gateway;
  private final Clock clock;
  private final Duration patience;

  public WitnessWait(Gateway gateway, Clock clock, Duration patience) {
    this.gateway = requireNonNull(gateway, "gateway is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.patience = requireNonNull(patience, "patience is null");
  }

  /** What is at {@code path}, once it is not refused with {@code notYet} any more. */
  public Answer until(String path, String notYet) throws CliException {
    Instant end = clock.instant().plus(patience);
    while (true) {
      try {
        return gateway.get(path);
      } catch (CliException e) {
        if (!e.code().equals(notYet) && e.exit() != ExitCode.NETWORK) {
          throw e;
        }
        if (clock.instant().isAfter(end)) {
          throw new CliException(CliCode.WAIT_TIMEOUT, path, e.code());
        }
      }
      StateWait.pause(path);
    }
  }
}
