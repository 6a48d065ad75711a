package org.safehand.referral.port.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.safehand.referral.access.Actor;
import org.safehand.referral.life.DraftReferral;
import org.safehand.referral.opening.Opening;
import org.safehand.referral.opening.OpeningId;
import org.safehand.referral.sample.People;
import org.safehand.referral.sample.Samples;
import org.safehand.referral.view.View;

/** An opening is one person's, and used once. */
public interface OpeningsContract {
  Ports ports();

  @Test
  default void opening_isFoundByItsPersonAlone_asItWasAdded() {
    Opening opening = added();
    assertThat(in(() -> ports().openings().find(opening.id(), opening.person()))).contains(opening);
    assertThat(in(() -> ports().openings().find(opening.id(), People.COLLEAGUE.number())))
        .isEmpty();
    assertThat(
            in(() -> ports().openings().find(new OpeningId(Samples.IDS.event()), opening.person())))
        .isEmpty();
  }

  @Test
  default void opening_isUsedOnce() {
    Opening opening = added();
    Opening other = added();
    assertThat(in(() -> ports().openings().use(opening))).isTrue();
    assertThat(in(() -> ports().openings().use(opening))).isFalse();
    assertThat(in(() -> ports().openings().find(opening.id(), opening.person()))).isEmpty();
    assertThat(in(() -> ports().openings().find(other.id(), other.person()))).contains(other);
  }

  @Test
  default void opening_usedByWorkThatIsUndone_isThereAgain() {
    Opening opening = added();
    assertThatThrownBy(
            () ->
                in(
                    () -> {
                      assertThat(ports().openings().use(opening)).isTrue();
                      throw new IllegalStateException("undone");
                    }))
        .hasMessage("undone");
    assertThat(in(() -> ports().openings().use(opening))).isTrue();
  }

  private Opening added() {
    DraftReferral draft = Stored.draft(ports(), People.UNIT);
    Opening opening =
        new Opening(
            new OpeningId(Samples.IDS.event()),
            draft.version().caseId(),
            draft.version().id(),
            Samples.IDS.exhibit(),
            person().number(),
            Samples.MORNING);
    in(
        () -> {
          ports().openings().add(opening);
          return opening;
        });
    return opening;
  }

  private <T> T in(Supplier<T> work) {
    return ports().unit().run(View.of(person()), work);
  }

  private static Actor person() {
    return People.OFFICER;
  }
}
