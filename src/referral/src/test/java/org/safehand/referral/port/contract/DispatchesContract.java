package org.safehand.referral.port.contract;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safehand.referral.act.SealedBytes;
import org.safehand.referral.delivery.DeliveredDispatch;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.delivery.QueuedDispatch;
import org.safehand.referral.delivery.ReadyDispatch;
import org.safehand.referral.delivery.SendingDispatch;
import org.safehand.referral.delivery.SupersededDispatch;
import org.safehand.referral.delivery.UnknownDispatch;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.fault.StaleRevisionException;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.query.DispatchCount;
import org.safehand.referral.sample.Samples;
import org.safehand.referral.transfer.Attempts;
import org.safehand.referral.transfer.DeliveryReceipt;
import org.safehand.referral.transfer.DispatchState;
import org.safehand.referral.transfer.Lease;
import org.safehand.referral.transfer.Suspension;

/** Dispatches come back as saved; whoever lost the claim writes nothing. */
public interface DispatchesContract {
  Ports ports();

  @Test
  default void everyState_comesBackEqual() {
    QueuedDispatch queued = Stored.queued(ports(), Channel.PICK_UP);
    assertThat(find(queued)).contains(queued);
    ReadyDispatch ready = Stored.ready(ports());
    assertThat(find(ready)).contains(ready);
    SendingDispatch sending = ready.claim(lease(Samples.MORNING));
    saved(sending);
    Dispatch unknown = sending.unknown(sending.attempts().dueAt(Samples.MORNING));
    saved(unknown);
    Dispatch suspended =
        queued.suspend(new Suspension("endpoint-not-usable", "gone", Samples.MORNING));
    saved(suspended);
    Suspension held = new Suspension("suspended-by-supervisor", "held", Samples.MORNING);
    saved(Stored.ready(ports()).suspend(held));
    saved(Stored.ready(ports()).withdraw(Samples.MORNING));
    SendingDispatch tried = Stored.ready(ports()).claim(lease(Samples.MORNING));
    saved(tried);
    saved(tried.suspend(held));
  }

  @Test
  default void delivered_keepsItsReceiptByteForByte() {
    SendingDispatch sending = Stored.ready(ports()).claim(lease(Samples.MORNING));
    saved(sending);
    SealedBytes bytes = SealedBytes.of(new byte[] {48, 0, -1});
    saved(sending.delivered(new DeliveryReceipt(bytes, Samples.MORNING, Samples.MORNING)));
  }

  @Test
  default void superseded_comesBackEqual_andDeliveredStaysDelivered() {
    saved(Stored.queued(ports(), Channel.PICK_UP).supersede(Stored.supersession()));
    saved(Stored.ready(ports()).supersede(Stored.supersession()));
    SendingDispatch sending = Stored.ready(ports()).claim(lease(Samples.MORNING));
    saved(sending);
    SealedBytes bytes = SealedBytes.of(new byte[] {48, 1, -1});
    DeliveredDispatch delivered =
        sending.delivered(new DeliveryReceipt(bytes, Samples.MORNING, Samples.MORNING));
    saved(delivered);
    SupersededDispatch superseded = delivered.supersede(Stored.supersession());
    saved(superseded);
    assertThat(superseded.state()).isEqualTo(DispatchState.DELIVERED);
    assertThat(superseded.receipt()).contains(delivered.receipt());
  }

  @Test
  default void counts_areOfEveryDispatch_byAgencyAndState() {
    Map<String, Long> before = counted();
    QueuedDispatch first = Stored.queued(ports(), Channel.PICK_UP);
    Stored.queued(ports(), Channel.PICK_UP);
    ReadyDispatch ready = Stored.ready(ports());
    saved(ready.claim(lease(Samples.MORNING)));
    Map<String, Long> after = counted();
    before.forEach((key, count) -> after.merge(key, -count, Long::sum));
    after.values().removeIf(count -> count == 0);
    String agency = first.order().agency().value();
    assertThat(after).isEqualTo(Map.of(agency + " QUEUED", 2L, agency + " SENDING", 1L));
  }

  private Map<String, Long> counted() {
    return ports().dispatches().counts().stream()
        .collect(
            toMap(
                count -> count.agency().value() + " " + count.state().name(),
                DispatchCount::count));
  }

  @Test
  default void reissued_comesBackWithWhatItSupersedes() {
    QueuedDispatch first = Stored.queued(ports(), Channel.PICK_UP);
    QueuedDispatch second = reissued(first);
    assertThat(find(second)).contains(second);
    QueuedDispatch third = reissued(second);
    assertThat(third.order().sequence()).isEqualTo(3);
    assertThat(third.order().reissue().orElseThrow().supersedes()).isEqualTo(second.order().id());
    assertThat(ports().dispatches().of(first.order().referral()))
        .containsExactlyInAnyOrder(first, second, third);
  }

  @Test
  default void superseded_isNeverDue_andWhoReadItBeforeWritesNothing() {
    drain();
    ReadyDispatch ready = Stored.ready(ports());
    SupersededDispatch superseded = ready.supersede(Stored.supersession());
    saved(superseded);
    assertThat(due()).isEmpty();
    assertThatThrownBy(() -> Stored.save(ports(), ready.claim(lease(Samples.MORNING))))
        .isInstanceOf(StaleRevisionException.class);
    assertThatThrownBy(() -> Stored.save(ports(), ready.supersede(Stored.supersession())))
        .isInstanceOf(StaleRevisionException.class);
    assertThat(find(ready)).contains(superseded);
  }

  private QueuedDispatch reissued(QueuedDispatch before) {
    QueuedDispatch next =
        before.order().reissued(Samples.IDS.dispatch(), Stored.DIGEST, Samples.MORNING);
    return ports()
        .unit()
        .run(
            () -> {
              ports().dispatches().add(next);
              return next;
            });
  }

  @Test
  default void ofReferral_givesItsDispatchesOnly() {
    QueuedDispatch queued = Stored.queued(ports(), Channel.SOAP);
    Stored.queued(ports(), Channel.SOAP);
    assertThat(ports().dispatches().of(queued.order().referral())).containsExactly(queued);
  }

  @Test
  default void draftAndRecipe_areEmptyBeforeTheyAreKept() {
    DispatchId id = Stored.queued(ports(), Channel.SOAP).order().id();
    assertThat(ports().dispatches().draft(id)).isEmpty();
    assertThat(ports().dispatches().recipe(id)).isEmpty();
    SealedBytes draft = SealedBytes.of(new byte[] {9, 8});
    ports()
        .unit()
        .run(
            () -> {
              ports().dispatches().keepDraft(id, draft);
              return draft;
            });
    assertThat(ports().dispatches().draft(id)).contains(draft);
  }

  @Test
  default void save_atAnotherRevision_throws() {
    ReadyDispatch ready = Stored.ready(ports());
    SendingDispatch sending = ready.claim(lease(Samples.MORNING));
    saved(sending);
    assertThatThrownBy(() -> Stored.save(ports(), ready.claim(lease(Samples.MORNING))))
        .isInstanceOf(StaleRevisionException.class);
    assertThat(find(ready)).contains(sending);
  }

  @Test
  default void settle_afterTakeOver_throwsAndChangesNothing() {
    SendingDispatch first = Stored.ready(ports()).claim(lease(Samples.MORNING));
    saved(first);
    SendingDispatch second = first.takeOver(lease(Instant.now().plusSeconds(60)));
    saved(second);
    assertThatThrownBy(() -> Stored.save(ports(), first.failed(first.attempts())))
        .isInstanceOf(StaleRevisionException.class);
    assertThat(find(first)).contains(second);
  }

  @Test
  default void renewedLease_keepsTheFence_andTheDispatchFromOthers() {
    drain();
    SendingDispatch sending = Stored.ready(ports()).claim(lease(now()));
    saved(sending);
    assertThat(due()).contains(sending.order().id());
    SendingDispatch renewed = sending.renew(lease(now().plusSeconds(60)));
    saved(renewed);
    assertThat(due()).isEmpty();
    assertThat(find(sending)).contains(renewed);
    saved(renewed.failed(renewed.attempts().dueAt(now().plus(Duration.ofHours(1)))));
  }

  @Test
  default void lockDue_passesOverWhatIsNotDueOrOfAnotherChannel() {
    drain();
    QueuedDispatch queued = Stored.queued(ports(), Channel.SOAP);
    assertThat(due()).isEmpty();
    ReadyDispatch ready = Stored.ready(ports());
    assertThat(due()).contains(ready.order().id());
    Attempts later = ready.attempts().dueAt(now().plus(Duration.ofHours(1)));
    SendingDispatch sending = ready.claim(lease(now().plusSeconds(30)));
    saved(sending);
    assertThat(due()).isEmpty();
    saved(sending.failed(later));
    assertThat(due()).isEmpty();
    assertThat(find(queued)).contains(queued);
  }

  @Test
  default void lockDue_passesOverTheAgenciesThatAreExcepted() {
    drain();
    ReadyDispatch ready = Stored.ready(ports());
    Set<AgencyId> except = Set.of(ready.order().agency());
    Optional<Dispatch> found =
        ports().unit().run(() -> ports().dispatches().lockDue(Channel.SOAP, except));
    assertThat(found).isEmpty();
    assertThat(due()).contains(ready.order().id());
  }

  @Test
  default void lockDue_givesASendingDispatchAgainOnceItsLeaseEnded() {
    drain();
    SendingDispatch sending = Stored.ready(ports()).claim(lease(now().plusMillis(300)));
    saved(sending);
    assertThat(due()).isEmpty();
    ports().letPass(Duration.ofMillis(400));
    assertThat(due()).contains(sending.order().id());
  }

  /** Puts off everything that other tests left due. */
  private void drain() {
    for (Optional<Dispatch> left = lockDue(); left.isPresent(); left = lockDue()) {
      Lease far = lease(now().plus(Duration.ofDays(1)));
      Dispatch dispatch = left.get();
      saved(
          dispatch instanceof ReadyDispatch ready
              ? ready.claim(far)
              : dispatch instanceof SendingDispatch sending
                  ? sending.takeOver(far)
                  : ((UnknownDispatch) dispatch).claim(far));
    }
  }

  private Optional<DispatchId> due() {
    return lockDue().map(dispatch -> dispatch.order().id());
  }

  private Optional<Dispatch> lockDue() {
    return ports().unit().run(() -> ports().dispatches().lockDue(Channel.SOAP, Set.of()));
  }

  private Instant now() {
    return ports().unit().run(() -> ports().dispatches().databaseTime());
  }

  private static Lease lease(Instant until) {
    return new Lease("node-1", until.truncatedTo(ChronoUnit.MILLIS));
  }

  private Optional<Dispatch> find(Dispatch dispatch) {
    return ports().dispatches().find(dispatch.order().id());
  }

  private void saved(Dispatch dispatch) {
    Stored.save(ports(), dispatch);
    assertThat(find(dispatch)).contains(dispatch);
  }
}
