package org.safehand.referral.port.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.safehand.referral.life.DraftReferral;
import org.safehand.referral.sample.Events;
import org.safehand.referral.sample.People;
import org.safehand.referral.sample.Samples;
import org.safehand.referral.task.Task;

/** What is written within a unit of work is committed together, or not at all. */
public interface UnitOfWorkContract {
  Ports ports();

  @Test
  default void work_thatReturns_commitsEverything() {
    DraftReferral draft = Samples.draft(People.UNIT);
    ports()
        .unit()
        .run(
            () -> {
              write(draft);
              return "";
            });
    assertThat(ports().referrals().find(draft.version().id())).contains(draft);
    assertThat(ports().reader().entries(draft.version().caseId())).hasSize(1);
  }

  @Test
  default void work_thatThrows_commitsNothingAndThrowsTheSame() {
    DraftReferral draft = Samples.draft(People.UNIT);
    IllegalStateException thrown = new IllegalStateException("planted");
    assertThatThrownBy(
            () ->
                ports()
                    .unit()
                    .run(
                        () -> {
                          write(draft);
                          throw thrown;
                        }))
        .isSameAs(thrown);
    assertThat(ports().referrals().find(draft.version().id())).isEmpty();
    assertThat(ports().reader().entries(draft.version().caseId())).isEmpty();
  }

  @Test
  default void work_afterOneThatThrew_commits() {
    work_thatThrows_commitsNothingAndThrowsTheSame();
    work_thatReturns_commitsEverything();
  }

  private void write(DraftReferral draft) {
    ports().keys().create(draft.version().caseId());
    ports().referrals().add(draft);
    ports().outbox().put(Task.seal(draft.version().id()));
    ports().recorder().record(draft.version().caseId(), Events.opened());
  }
}
