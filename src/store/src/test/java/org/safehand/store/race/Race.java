package org.safehand.store.race;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.safehand.referral.fault.StaleRevisionException;

/** Two units of work that begin at the same moment. */
public final class Race {
  /** How often each race is run; with {@code safehand.long} as often as the design asks for. */
  public static final int ROUNDS = Boolean.getBoolean("safehand.long") ? 5_000 : 50;

  private Race() {}

  /** Which of the two were done: the first and the second; the others found that they were late. */
  public static List<Integer> done(Runnable first, Runnable second) {
    CyclicBarrier start = new CyclicBarrier(2);
    List<CompletableFuture<Boolean>> both =
        Stream.of(first, second)
            .map(act -> CompletableFuture.supplyAsync(() -> isDone(start, act)))
            .toList();
    List<Integer> done = new ArrayList<>();
    for (int i = 0; i < both.size(); i++) {
      if (both.get(i).join()) {
        done.add(i);
      }
    }
    return done;
  }

  private static boolean isDone(CyclicBarrier start, Runnable act) {
    try {
      start.await(10, TimeUnit.SECONDS);
      act.run();
      return true;
    } catch (StaleRevisionException late) {
      return false;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
