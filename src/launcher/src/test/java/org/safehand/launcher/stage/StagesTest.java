package org.safehand.launcher.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.safehand.launcher.fault.LaunchCode;
import org.safehand.launcher.fault.LaunchException;

class StagesTest {
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final Progress progress =
      new Progress() {
        @Override
        public void done(String step, Duration took) {
          told.add("done " + step);
        }

        @Override
        public void failed(String step) {
          told.add("failed " + step);
        }
      };

  @Test
  void step_withACondition_startsAfterIt() throws Exception {
    try (Stages stages = new Stages(progress)) {
      Stages.Stage first = stages.add("first", () -> Thread.sleep(50));
      stages.add("second", () -> {}, first);
      stages.await();
    }
    assertThat(told).containsExactly("done first", "done second");
  }

  @Test
  void steps_withoutACommonCondition_runSideBySide() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    try (Stages stages = new Stages(progress)) {
      for (String name : List.of("left", "right")) {
        stages.add(
            name,
            () -> {
              both.countDown();
              assertThat(both.await(10, TimeUnit.SECONDS)).isTrue();
            });
      }
      stages.await();
    }
    assertThat(told).containsExactlyInAnyOrder("done left", "done right");
  }

  @Test
  void failure_ofOneStep_isThrownAndStopsTheOthers() throws Exception {
    CountDownLatch sleeping = new CountDownLatch(1);
    try (Stages stages = new Stages(progress)) {
      stages.add(
          "slow",
          () -> {
            sleeping.countDown();
            Thread.sleep(60_000);
          });
      Stages.Stage bad =
          stages.add(
              "bad",
              () -> {
                sleeping.await();
                throw new LaunchException(LaunchCode.SERVER_DIED, "it died");
              });
      stages.add("never", () -> {}, bad);
      assertThatExceptionOfType(LaunchException.class)
          .isThrownBy(stages::await)
          .withMessage("it died")
          .satisfies(e -> assertThat(e.code()).isEqualTo(LaunchCode.SERVER_DIED));
    }
    assertThat(told).containsExactly("failed bad");
  }
}
