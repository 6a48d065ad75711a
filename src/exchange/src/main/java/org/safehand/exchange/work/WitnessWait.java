package org.safehand.exchange.work;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.refusal.Refused;
import org.safehand.referral.task.Task;

/**
 * Repeats a task for a while as long as the log is not yet bound to its authorisation, which
 * usually takes less than half a second.
 */
public final class WitnessWait implements TaskWorker.Doing {
  private final TaskWorker.Doing doing;
  private final Duration pause;
  private final int tries;

  /**
   * @param tries how often {@code doing} is asked, {@code pause} apart, before the task is left for
   *     later
   */
  public WitnessWait(TaskWorker.Doing doing, Duration pause, int tries) {
    this.doing = requireNonNull(doing, "doing is null");
    this.pause = requireNonNull(pause, "pause is null");
    this.tries = tries;
  }

  @Override
  public Outcome<?> of(Task task) throws InterruptedException {
    Outcome<?> outcome = doing.of(task);
    for (int tried = 1; tried < tries && isEarly(outcome); tried++) {
      Thread.sleep(pause.toMillis());
      outcome = doing.of(task);
    }
    return outcome;
  }

  private static boolean isEarly(Outcome<?> outcome) {
    return outcome instanceof Refused<?> refused
        && refused.refusal().code() == RefusalCode.AUTHORISATION_NOT_WITNESSED;
  }
}
