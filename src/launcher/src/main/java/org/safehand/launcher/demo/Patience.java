package org.safehand.launcher.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.safehand.custody.json.JsonException;
import org.safehand.launcher.fault.LaunchCode;
import org.safehand.launcher.fault.LaunchException;

/** Asks again until there is an answer. */
final class Patience {
  private static final Duration STEP = Duration.ofMillis(200);
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private Patience() {}

  /** A question whose answer may take a while. */
  @FunctionalInterface
  interface Question<T> {
    /** The answer, once there is one. */
    Optional<T> ask() throws IOException, InterruptedException, LaunchException, JsonException;
  }

  static <T> T until(String what, Question<T> question)
      throws IOException, InterruptedException, LaunchException, JsonException {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<T> answer = question.ask();
      if (answer.isPresent()) {
        return answer.get();
      }
      Thread.sleep(STEP.toMillis());
    }
    throw new LaunchException(
        LaunchCode.DEMO_FAILED, what + " did not happen within " + LIMIT.toSeconds() + " s");
  }
}
