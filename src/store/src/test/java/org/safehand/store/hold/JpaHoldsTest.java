package org.safehand.store.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.hold.AgencyHold;
import org.safehand.referral.hold.StandingHold;
import org.safehand.referral.id.AgencyId;
import org.safehand.store.Store;
import org.safehand.store.sample.TestStore;

/** The wall behind the rules: the table itself refuses what no use case asks for. */
class JpaHoldsTest {
  private static final Instant AT = Instant.parse("2026-11-27T09:00:00Z");
  private static final StaffNumber HOLDER = new StaffNumber("AD-1");
  private static final AgencyId AGENCY = new AgencyId("AG-N-001");

  private final TestStore test = TestStore.create();
  private final Store edge = test.edge();

  @Test
  void hold_liftedByWhoHeldIt_isRefusedByTheDatabase_andStands() {
    StandingHold hold = StandingHold.first(AGENCY, HOLDER, AT, "wrong key");
    save(hold);
    assertThatThrownBy(() -> save(hold.lift(HOLDER, AT, "never mind")))
        .hasStackTraceContaining("nobody lifts what they held");
    assertThat(edge.holds().standing()).containsExactly(hold);
    save(hold.lift(new StaffNumber("S-1"), AT, "new key"));
    assertThat(edge.holds().standing()).isEmpty();
  }

  @Test
  void nodeThatSends_onItsOwnRole_sharesWhatTheFaceTowardsPeopleHolds() {
    StandingHold hold = StandingHold.first(AGENCY, HOLDER, AT, "wrong key");
    save(hold);
    Store node = test.dispatcher();
    assertThat(node.unitOfWork().run(() -> node.holds().share(AGENCY))).contains(hold);
    assertThatThrownBy(
            () ->
                node.unitOfWork()
                    .run(
                        () -> {
                          node.holds().save(hold.lift(new StaffNumber("S-1"), AT, "no"));
                          return true;
                        }))
        .hasStackTraceContaining("permission denied");
  }

  private void save(AgencyHold hold) {
    edge.unitOfWork()
        .run(
            () -> {
              edge.holds().alone(AGENCY);
              edge.holds().save(hold);
              return true;
            });
  }
}
