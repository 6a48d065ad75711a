package org.safehand.store.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safehand.custody.digest.Digest;
import org.safehand.referral.access.Scope;
import org.safehand.referral.act.SealedBytes;
import org.safehand.referral.delivery.AuthorisedDispatch;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.delivery.QueuedDispatch;
import org.safehand.referral.delivery.ReadyDispatch;
import org.safehand.referral.delivery.SendingDispatch;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.fault.StaleRevisionException;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.life.DraftReferral;
import org.safehand.referral.port.Dispatches;
import org.safehand.referral.query.ReferralSummary;
import org.safehand.referral.transfer.Authorisation;
import org.safehand.referral.transfer.DeliveryReceipt;
import org.safehand.referral.transfer.DispatchState;
import org.safehand.referral.transfer.Lease;
import org.safehand.referral.transfer.Parcel;
import org.safehand.referral.transfer.Supersession;
import org.safehand.referral.transfer.Suspension;
import org.safehand.store.fault.StoreException;
import org.safehand.store.sample.Samples;
import org.safehand.store.sample.TestStore;

class JpaDispatchesTest {
  private static final Digest DIGEST = Digest.of(new byte[] {3});
  private static final Parcel PARCEL = new Parcel(DIGEST, 1000, Samples.NOW, Optional.of(DIGEST));

  private final TestStore store = TestStore.create();
  private final Dispatches dispatches = store.store().dispatches();
  private final DraftReferral draft = Samples.draft("unit-a");

  @BeforeEach
  void addReferral() {
    store.unit(
        () -> {
          store.store().caseKeys().create(draft.version().caseId());
          store.store().referrals().add(draft);
        });
  }

  @Test
  void every_state_readsBackAsItWasSaved() {
    AuthorisedDispatch authorised = authorised(Channel.SOAP);
    ReadyDispatch ready = saved(authorised.ready(PARCEL));
    SendingDispatch sending = saved(ready.claim(lease(Samples.NOW)));
    var unknown = saved(sending.unknown(sending.attempts().dueAt(Samples.NOW)));
    SendingDispatch again = saved(unknown.claim(lease(Samples.NOW)));
    SendingDispatch taken = saved(again.takeOver(lease(Samples.NOW)));
    saved(
        taken.delivered(
            new DeliveryReceipt(SealedBytes.of(new byte[] {9}), Samples.NOW, Samples.NOW)));
    saved(authorised(Channel.PICK_UP).available(PARCEL));
    saved(
        authorised(Channel.SOAP)
            .suspend(new Suspension("retries-exhausted", "Tried for 72 h.", Samples.NOW)));

    assertThat(dispatches.of(draft.version().id())).hasSize(3);
    assertThat(dispatches.of(Samples.IDS.referral())).isEmpty();
  }

  @Test
  void save_underAnOldFence_isRefused() {
    SendingDispatch first = saved(ready().claim(lease(Samples.NOW)));
    saved(first.takeOver(lease(Samples.NOW)));

    assertThatThrownBy(() -> save(first.failed(first.attempts())))
        .isInstanceOf(StaleRevisionException.class);
  }

  @Test
  void lockDue_beforeItsTime_givesNothing() {
    Instant now = dispatches.databaseTime();
    ReadyDispatch ready = ready();
    SendingDispatch sending = saved(ready.claim(lease(now.plus(Duration.ofMinutes(1)))));

    assertThat(due(Channel.SOAP)).as("leased").isEmpty();
    saved(sending.failed(sending.attempts().dueAt(now.plus(Duration.ofMinutes(1)))));
    assertThat(due(Channel.SOAP)).as("to be tried later").isEmpty();
  }

  @Test
  void lockDue_afterALeaseEnded_givesTheDispatchAgain() {
    SendingDispatch sending =
        saved(ready().claim(lease(dispatches.databaseTime().minusSeconds(1))));

    assertThat(due(Channel.SOAP)).contains(sending);
    assertThat(due(Channel.PICK_UP)).isEmpty();
  }

  @Test
  void lockDue_byManyAtOnce_givesEachDispatchToOne() throws Exception {
    int count = 12;
    for (int i = 0; i < count; i++) {
      ready();
    }
    Instant until = dispatches.databaseTime().plus(Duration.ofMinutes(1));
    List<DispatchId> claimed = new ArrayList<>();
    var pool = Executors.newFixedThreadPool(6);
    try {
      Callable<Optional<DispatchId>> claim =
          () ->
              store.inUnit(
                  () ->
                      dispatches
                          .lockDue(Channel.SOAP, Set.of())
                          .map(found -> claimed((ReadyDispatch) found, until)));
      for (int round = 0; claimed.size() < count && round < 20; round++) {
        for (var future : pool.invokeAll(List.of(claim, claim, claim, claim, claim, claim))) {
          future.get().ifPresent(claimed::add);
        }
      }
    } finally {
      pool.shutdown();
    }

    assertThat(claimed).hasSize(count).doesNotHaveDuplicates();
    assertThat(due(Channel.SOAP)).isEmpty();
  }

  @Test
  void reissueAndClaim_ofTheSameAtOnce_exactlyOneWins() throws Exception {
    Instant until = dispatches.databaseTime().plus(Duration.ofMinutes(1));
    List<DispatchId> all = new ArrayList<>();
    List<Callable<Optional<DispatchId>>> claims = new ArrayList<>();
    List<Callable<Optional<DispatchId>>> reissues = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      DispatchId id = ready().order().id();
      all.add(id);
      claims.add(
          () ->
              store.inUnit(
                  () ->
                      dispatches
                          .lockDue(Channel.SOAP, Set.of())
                          .map(found -> claimed((ReadyDispatch) found, until))));
      reissues.add(() -> store.inUnit(() -> superseded(id)));
    }
    List<Callable<Optional<DispatchId>>> work = new ArrayList<>(claims);
    work.addAll(reissues);
    Collections.shuffle(work, new Random(11));
    List<DispatchId> won = new ArrayList<>();
    var pool = Executors.newFixedThreadPool(6);
    try {
      for (var future : pool.invokeAll(work)) {
        future.get().ifPresent(won::add);
      }
    } finally {
      pool.shutdown();
    }

    assertThat(won).hasSameElementsAs(all).doesNotHaveDuplicates();
    assertThat(due(Channel.SOAP)).isEmpty();
    assertThat(dispatches.of(draft.version().id()))
        .extracting(Dispatch::state)
        .containsOnly(DispatchState.SENDING, DispatchState.SUPERSEDED);
  }

  private Optional<DispatchId> superseded(DispatchId id) {
    Supersession by = new Supersession(Samples.IDS.dispatch(), Samples.NOW);
    return dispatches
        .lock(id)
        .filter(ReadyDispatch.class::isInstance)
        .map(
            found -> {
              dispatches.save(((ReadyDispatch) found).supersede(by));
              return id;
            });
  }

  @Test
  void draft_isKeptOnceAndSealed() {
    QueuedDispatch queued = queued(Channel.SOAP);
    SealedBytes content = SealedBytes.of("CANARY".getBytes(UTF_8));
    store.unit(() -> dispatches.keepDraft(queued.order().id(), content));

    assertThat(dispatches.draft(queued.order().id())).contains(content);
    assertThat(dispatches.draft(Samples.IDS.dispatch())).isEmpty();
    assertThatThrownBy(() -> store.unit(() -> dispatches.keepDraft(queued.order().id(), content)))
        .isInstanceOf(StoreException.class);
    assertThat(
            store
                .database()
                .count(
                    "select count(*) from dispatch_draft where position('CANARY'::bytea in sealed_content) > 0"))
        .isZero();
  }

  @Test
  void list_forAnAgency_showsWhatItHasOrMayFetch() {
    Scope scope = new Scope.OfAgency(Samples.AGENCY);
    AuthorisedDispatch authorised = authorised(Channel.PICK_UP);
    assertThat(store.store().referrals().list(scope, Optional.empty(), 10)).isEmpty();

    saved(authorised.available(PARCEL));

    assertThat(store.store().referrals().list(scope, Optional.empty(), 10))
        .containsExactly(ReferralSummary.of(draft));
  }

  private DispatchId claimed(ReadyDispatch found, Instant until) {
    dispatches.save(found.claim(lease(until)));
    return found.order().id();
  }

  private Optional<Dispatch> due(Channel channel) {
    return store.inUnit(() -> dispatches.lockDue(channel, Set.of()));
  }

  private QueuedDispatch queued(Channel channel) {
    QueuedDispatch queued = Samples.dispatch(draft, channel);
    store.unit(() -> dispatches.add(queued));
    assertThat(dispatches.find(queued.order().id())).contains(queued);
    return queued;
  }

  private AuthorisedDispatch authorised(Channel channel) {
    return saved(queued(channel).authorise(new Authorisation(DIGEST, DIGEST, DIGEST, Samples.NOW)));
  }

  private ReadyDispatch ready() {
    return saved(authorised(Channel.SOAP).ready(PARCEL));
  }

  private <D extends Dispatch> D saved(D dispatch) {
    save(dispatch);
    assertThat(dispatches.find(dispatch.order().id())).contains(dispatch);
    return dispatch;
  }

  private void save(Dispatch dispatch) {
    store.unit(() -> dispatches.save(dispatch));
  }

  private static Lease lease(Instant until) {
    return new Lease("node-1", until);
  }
}
