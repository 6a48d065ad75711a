package org.safehand.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.delivery.WithdrawnDispatch;
import org.safehand.referral.hold.StandingHold;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;

/** A dispatch is told to be held back while it waits and its agency is held. */
class DispatchJsonTest {
  private final Hotline hotline = new Hotline();
  private final DispatchJson json = new DispatchJson(hotline.holds);
  private final List<Dispatch> both = hotline.dispatched("AG-N-001", "AG-S-002");

  @Test
  void dispatchOfAHeldAgency_isToldToBeHeldBack_andTheOtherIsNot() {
    assertThat(held(both.get(0))).isFalse();
    assertThat(held(both.get(1))).isFalse();
    hold(both.get(0).order().agency());
    assertThat(held(both.get(0))).isTrue();
    assertThat(held(both.get(1))).isFalse();
    assertThat(json.list(both).toString().split("heldBack", -1)).hasSize(2);
  }

  @Test
  void dispatchThatIsOver_isNotToldToBeHeldBack() {
    Dispatch waiting = both.get(0);
    hold(waiting.order().agency());
    Dispatch over = new WithdrawnDispatch(waiting.order(), hotline.ports.clock().instant());
    assertThat(held(over)).isFalse();
    assertThat(json.list(List.of(over)).toString()).doesNotContain("heldBack");
  }

  private boolean held(Dispatch dispatch) {
    return json.of(dispatch).has("heldBack");
  }

  private void hold(AgencyId agency) {
    StandingHold hold =
        StandingHold.first(
            agency,
            People.ADMINISTRATOR.number(),
            hotline.ports.clock().instant(),
            "a key was stolen");
    hotline
        .ports
        .unit()
        .run(
            () -> {
              hotline.ports.holds().save(hold);
              return hold;
            });
  }
}
