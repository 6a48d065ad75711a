package org.safehand.referral.port.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.safehand.custody.anchor.LogAnchor;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.note.SignedNote;
import org.safehand.packaging.sample.TestPki;
import org.safehand.packaging.sample.TestTsa;
import org.safehand.referral.anchor.Anchor;

/** An anchor is kept once, as it was given, and the largest is the newest. */
public interface AnchorsContract {
  /** The log that the anchors of this contract are of. */
  LogKey KEY = LogKey.generate("contract.example.org/log", new SecureRandom());

  Ports ports();

  @Test
  default void kept_comesBackAsItWasGiven() {
    LogAnchor anchor = anchor(next());
    keep(anchor);

    Anchor found = ports().anchors().find(size(anchor)).orElseThrow();
    assertThat(found.stamped().note().bytes()).isEqualTo(anchor.note().bytes());
    assertThat(found.stamped().token().bytes()).isEqualTo(anchor.token().bytes());
    assertThat(Duration.between(found.at(), ports().anchors().databaseTime()).abs())
        .isLessThan(Duration.ofMinutes(1));
    assertThat(ports().anchors().find(size(anchor) + 1)).isEmpty();
  }

  @Test
  default void newest_isTheLargest_andTheListBeginsWithIt() {
    long first = next();
    keep(anchor(first + 5));
    keep(anchor(first));

    assertThat(ports().anchors().newest().orElseThrow().size()).isEqualTo(first + 5);
    assertThat(ports().unit().run(() -> ports().anchors().lock()).orElseThrow().size())
        .isEqualTo(first + 5);
    assertThat(ports().anchors().list(Long.MAX_VALUE, 2))
        .extracting(Anchor::size)
        .containsExactly(first + 5, first);
    assertThat(ports().anchors().list(first + 5, 1))
        .extracting(Anchor::size)
        .containsExactly(first);
  }

  @Test
  default void secondAnchorOfASize_isRefusedAndTheFirstStays() {
    LogAnchor anchor = anchor(next());
    keep(anchor);

    assertThatThrownBy(() -> keep(anchor(size(anchor)))).isInstanceOf(RuntimeException.class);
    assertThat(ports().anchors().find(size(anchor)).orElseThrow().stamped().token().bytes())
        .isEqualTo(anchor.token().bytes());
  }

  @Test
  default void lockAndKeep_outsideAUnitOfWork_areRefused() {
    LogAnchor anchor = anchor(next());
    assertThatThrownBy(() -> ports().anchors().lock()).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> ports().anchors().keep(anchor))
        .isInstanceOf(IllegalStateException.class);
  }

  private long next() {
    return ports().anchors().newest().map(Anchor::size).orElse(0L) + 1;
  }

  private static long size(LogAnchor anchor) {
    return new Anchor(anchor, Instant.EPOCH).size();
  }

  private static LogAnchor anchor(long size) {
    SignedNote note = KEY.sign(new Checkpoint(KEY.name(), size, Digest.of(new byte[] {1})));
    return new LogAnchor(note, new TestTsa(TestPki.TSA).stamp(LogAnchor.stamped(note)));
  }

  private void keep(LogAnchor anchor) {
    ports()
        .unit()
        .run(
            () -> {
              ports().anchors().keep(anchor);
              return anchor;
            });
  }
}
