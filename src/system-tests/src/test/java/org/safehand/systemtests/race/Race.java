package org.safehand.systemtests.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.safehand.systemtests.gateway.Api.Answer;

/**
 * Two requests that leave at the same moment. Each round here makes and seals a referral of its own
 * on the real servers, a second or two; the 5,000 rounds of the same races that the design asks for
 * are those of {@code StoreRaceTest} in the store, where the database alone decides.
 */
public final class Race {
  /** How often each race is run over HTTP; more often with {@code safehand.long}. */
  public static final int ROUNDS = Boolean.getBoolean("safehand.long") ? 500 : 20;

  private Race() {}

  /** What one of the two does. */
  @FunctionalInterface
  public interface Act<T> {
    T send() throws Exception;
  }

  /** What the two came to, in their order. */
  public static <T> List<T> of(Act<T> one, Act<T> other) {
    CyclicBarrier start = new CyclicBarrier(2);
    CompletableFuture<T> first = CompletableFuture.supplyAsync(() -> at(start, one));
    T second = at(start, other);
    return List.of(first.join(), second);
  }

  private static <T> T at(CyclicBarrier start, Act<T> act) {
    try {
      start.await();
      return act.send();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Which of the two won: that one was done, and the other refused with one of {@code codes}. */
  static int winner(List<Answer> answers, String... codes) {
    int winner = done(answers.get(0)) ? 0 : 1;
    assertThat(done(answers.get(winner))).as(text(answers)).isTrue();
    assertThat(answers.get(1 - winner).code()).as(text(answers)).isIn((Object[]) codes);
    return winner;
  }

  private static boolean done(Answer answer) {
    return answer.status() < 300;
  }

  static String text(List<Answer> answers) {
    return answers.get(0).text() + " / " + answers.get(1).text();
  }
}
