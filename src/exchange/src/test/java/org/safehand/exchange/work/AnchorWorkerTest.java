package org.safehand.exchange.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;

final class AnchorWorkerTest {
  private final Hotline hotline = new Hotline();
  private final AnchorWorker worker =
      new AnchorWorker(hotline.anchor, People.NODE, Duration.ofMillis(1));

  @Test
  void log_withSomethingNew_isAnchoredOnceAndThenRests() throws Exception {
    assertThat(worker.step()).isFalse();
    hotline.opened();
    hotline.ports.recorder().publish();

    assertThat(worker.step()).isTrue();
    assertThat(worker.step()).isFalse();
    assertThat(hotline.ports.anchors().list(Long.MAX_VALUE, 10)).hasSize(1);
  }

  @Test
  void authority_down_leavesTheAnchorForLater() throws Exception {
    hotline.opened();
    hotline.ports.recorder().publish();
    hotline.tsa.down(true);
    assertThat(worker.step()).isFalse();
    assertThat(hotline.ports.anchors().newest()).isEmpty();
    hotline.tsa.down(false);
    assertThat(worker.step()).isTrue();
  }

  @Test
  void pause_ofAWorkerThatIsEnded_ends() {
    AnchorWorker slow = new AnchorWorker(hotline.anchor, People.NODE, Duration.ofDays(1));
    Thread.currentThread().interrupt();
    assertThatThrownBy(slow::step).isInstanceOf(InterruptedException.class);
  }
}
