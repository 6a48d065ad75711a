package org.safehand.cli.api;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.safehand.cli.http.Answer;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.outcome.ExitCode;
import org.safehand.custody.json.JsonException;

/**
 * Asks for an object until it is in the state that is waited for. A gateway that is restarting is
 * waited for too.
 */
public final class StateWait {
  private static final Duration PAUSE = Duration.ofMillis(400);

  private final Gateway gateway;
  private final Clock clock;
  private final Duration patience;

  public StateWait(Gateway gateway, Clock clock, Duration patience) {
    this.gateway = requireNonNull(gateway, "gateway is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.patience = requireNonNull(patience, "patience is null");
  }

  /** The object at {@code path} once it is in {@code wanted}; {@code resting} are other ends. */
  public Answer until(String path, String wanted, Set<String> resting) throws CliException {
    Instant end = clock.instant().plus(patience);
    String last = "unknown";
    while (true) {
      try {
        Answer answer = gateway.get(path);
        last = state(answer);
        if (last.equals(wanted)) {
          return answer;
        }
        if (resting.contains(last)) {
          throw new CliException(CliCode.WAIT_OTHER_STATE, path, "is " + last + ", not " + wanted);
        }
      } catch (CliException e) {
        if (e.exit() != ExitCode.NETWORK) {
          throw e;
        }
      }
      if (clock.instant().isAfter(end)) {
        throw new CliException(
            CliCode.WAIT_TIMEOUT,
            path,
            "is " + last + " after " + patience.toSeconds() + " s, not yet " + wanted);
      }
      pause(path);
    }
  }

  /** In which state {@code answer} shows its object. */
  public static String state(Answer answer) throws CliException {
    try {
      return answer.json().string("state");
    } catch (JsonException e) {
      throw answer.malformed(e);
    }
  }

  static void pause(String path) throws CliException {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliException(CliCode.INTERRUPTED, path, "while waiting");
    }
  }
}
