package org.safehand.referral.port.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.safehand.referral.log.LogState;
import org.safehand.referral.log.Stage;
import org.safehand.referral.sample.Events;
import org.safehand.referral.sample.Samples;

/** An event that was recorded waits, longer and longer, for every stage that it has not reached. */
public interface LogStandingContract {
  Ports ports();

  @Test
  default void recordedEvent_waitsForEveryStage() {
    ports().unit().run(() -> ports().recorder().record(Samples.IDS.caseId(), Events.opened()));
    LogState before = ports().standing().now();
    ports().letPass(Duration.ofMillis(50));
    LogState after = ports().standing().now();

    for (Stage stage : Stage.values()) {
      assertThat(before.waitingSince(stage)).as(stage.wire()).isPresent();
      assertThat(after.waitingSince(stage)).isEqualTo(before.waitingSince(stage));
    }
    assertThat(Duration.between(before.at(), after.at()))
        .isGreaterThanOrEqualTo(Duration.ofMillis(50));
    assertThat(after.published()).isEqualTo(before.published());
    assertThat(after.witnessed()).isLessThanOrEqualTo(after.published());
  }
}
