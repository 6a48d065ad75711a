package org.safehand.referral.port.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safehand.referral.handover.DutyShift;
import org.safehand.referral.sample.People;
import org.safehand.referral.sample.Samples;

/** Shifts come back as they were added, by unit, in the order in which they begin. */
public interface DutyRosterContract {
  Instant NINE = Instant.parse("2026-01-24T09:00:00Z");

  Ports ports();

  @Test
  default void shifts_areListedByUnitAndBegin_untilTheyAreOver() {
    String unit = "Unit " + UUID.randomUUID();
    DutyShift late = added(unit, 8, 16);
    DutyShift early = added(unit, 0, 8);
    DutyShift whole = added(unit, 0, 24);
    added("Another " + unit, 0, 24);
    assertThat(ports().roster().list(unit, NINE.minusMillis(1), 10))
        .containsExactlyInAnyOrder(early, whole, late)
        .last()
        .isEqualTo(late);
    assertThat(ports().roster().list(unit, hours(8), 10)).containsExactly(whole, late);
    assertThat(ports().roster().list(unit, hours(24), 10)).isEmpty();
    assertThat(ports().roster().list(unit, NINE, 1)).hasSize(1);
  }

  @Test
  default void removedShift_isNotFound() {
    DutyShift shift = added("Unit " + UUID.randomUUID(), 0, 1);
    assertThat(ports().roster().find(shift.id())).contains(shift);
    for (int i = 0; i < 2; i++) {
      ports()
          .unit()
          .run(
              () -> {
                ports().roster().remove(shift.id());
                return shift;
              });
      assertThat(ports().roster().find(shift.id())).isEmpty();
    }
  }

  private DutyShift added(String unit, int from, int until) {
    DutyShift shift =
        new DutyShift(Samples.IDS.duty(), unit, People.OFFICER.number(), hours(from), hours(until));
    return ports()
        .unit()
        .run(
            () -> {
              ports().roster().add(shift);
              return shift;
            });
  }

  private static Instant hours(int after) {
    return NINE.plus(Duration.ofHours(after));
  }
}
