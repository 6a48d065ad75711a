package org.safehand.custody.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.note.SignedNote;

/** What every state of a witness does. */
public interface WitnessStateContract {
  String ORIGIN = "example.org/log";
  String OTHER = "example.org/other/log";

  LogKey KEY = LogKey.generate(ORIGIN, new SecureRandom());

  /** A state that holds nothing, the same at each call of one test. */
  WitnessState state() throws IOException;

  static SignedNote note(int size) {
    return KEY.sign(new Checkpoint(ORIGIN, size, Digest.of(new byte[] {(byte) size})));
  }

  @Test
  default void last_beforeTheFirst_isNone() throws Exception {
    assertThat(state().last(ORIGIN)).isEmpty();
  }

  @Test
  default void replace_asExpected_isTheLastOfItsLogAlone() throws Exception {
    assertThat(state().replace(ORIGIN, Optional.empty(), note(1))).isTrue();
    assertThat(state().replace(ORIGIN, Optional.of(note(1)), note(2))).isTrue();
    assertThat(state().last(ORIGIN)).contains(note(2));
    assertThat(state().last(OTHER)).isEmpty();
    assertThat(state().replace(OTHER, Optional.empty(), note(7))).isTrue();
    assertThat(state().last(ORIGIN)).contains(note(2));
  }

  @Test
  default void replace_otherThanExpected_changesNothing() throws Exception {
    assertThat(state().replace(ORIGIN, Optional.of(note(1)), note(2))).isFalse();
    assertThat(state().last(ORIGIN)).isEmpty();
    assertThat(state().replace(ORIGIN, Optional.empty(), note(1))).isTrue();
    assertThat(state().replace(ORIGIN, Optional.empty(), note(2))).isFalse();
    assertThat(state().replace(ORIGIN, Optional.of(note(2)), note(3))).isFalse();
    assertThat(state().last(ORIGIN)).contains(note(1));
  }

  @Test
  default void replace_byManyAtOnce_succeedsForOne() throws Exception {
    int threads = 8;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      for (int round = 0; round < 20; round++) {
        Optional<SignedNote> expected = state().last(ORIGIN);
        CyclicBarrier together = new CyclicBarrier(threads);
        List<Future<Boolean>> replaced = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
          SignedNote next = note(round * threads + i + 1);
          replaced.add(
              pool.submit(
                  () -> {
                    together.await();
                    return state().replace(ORIGIN, expected, next);
                  }));
        }
        int winners = 0;
        for (Future<Boolean> one : replaced) {
          winners += one.get() ? 1 : 0;
        }
        assertThat(winners).isEqualTo(1);
      }
    } finally {
      pool.shutdownNow();
    }
  }
}
