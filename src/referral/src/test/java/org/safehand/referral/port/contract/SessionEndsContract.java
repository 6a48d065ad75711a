package org.safehand.referral.port.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safehand.referral.access.StaffNumber;

/** What began before the end, or in its second, has ended; nothing else has. */
public interface SessionEndsContract {
  Instant END = Instant.parse("2026-11-24T09:00:30.500Z");
  Instant SECOND = Instant.parse("2026-11-24T09:00:30Z");

  Ports ports();

  @Test
  default void person_whoseSessionsNobodyEnded_isSignedIn() {
    assertThat(ports().sessionEnds().isEnded(somebody(), Instant.EPOCH)).isFalse();
  }

  @Test
  default void sessions_upToTheSecondOfTheEnd_haveEnded_andLaterOnesNot() {
    StaffNumber person = somebody();
    end(person, END);
    assertThat(ports().sessionEnds().isEnded(person, Instant.EPOCH)).isTrue();
    assertThat(ports().sessionEnds().isEnded(person, SECOND)).isTrue();
    assertThat(ports().sessionEnds().isEnded(person, SECOND.plusSeconds(1))).isFalse();
    assertThat(ports().sessionEnds().isEnded(somebody(), SECOND)).isFalse();
  }

  @Test
  default void end_beforeTheOneThatIsThere_changesNothing_andALaterOneDoes() {
    StaffNumber person = somebody();
    end(person, END);
    end(person, END.minusSeconds(9));
    assertThat(ports().sessionEnds().isEnded(person, SECOND)).isTrue();
    end(person, END.plusSeconds(9));
    assertThat(ports().sessionEnds().isEnded(person, SECOND.plusSeconds(9))).isTrue();
  }

  private static StaffNumber somebody() {
    return new StaffNumber("E-" + UUID.randomUUID());
  }

  private void end(StaffNumber person, Instant at) {
    ports()
        .unit()
        .run(
            () -> {
              ports().sessionEnds().end(person, at);
              return at;
            });
  }
}
