package org.safehand.store.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.provenance.Instrument;
import org.safehand.referral.access.AccessPolicy;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Role;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.act.Seal;
import org.safehand.referral.endpoint.Agency;
import org.safehand.referral.endpoint.CertificateAuthority;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.idempotency.OncePerKey;
import org.safehand.referral.idempotency.RequestKey;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.life.DraftReferral;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.ReleasedReferral;
import org.safehand.referral.life.SealedReferral;
import org.safehand.referral.log.LogGate;
import org.safehand.referral.person.Binding;
import org.safehand.referral.person.Bindings;
import org.safehand.referral.person.Place;
import org.safehand.referral.pki.TestWorld;
import org.safehand.referral.port.EndpointRegistry;
import org.safehand.referral.port.memory.InMemoryEndpoints;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.release.ReleaseAct;
import org.safehand.referral.release.ReleaseOrder;
import org.safehand.referral.release.ReleaseReferral;
import org.safehand.referral.sample.People;
import org.safehand.referral.stepup.Grant;
import org.safehand.referral.stepup.StepUpGate;
import org.safehand.store.Store;
import org.safehand.store.sample.Samples;
import org.safehand.store.sample.TestStore;

/** A release and the removal of the releaser's role, at the same time on a real database. */
class RemovedRoleTest {
  private static final Actor SUPERVISOR = People.SUPERVISOR;

  private final TestStore test = TestStore.create();
  private final Store store = test.store();
  private final Bindings bindings = store.bindings();
  private final InMemoryEndpoints endpoints = new InMemoryEndpoints(TestWorld.agencies());

  @BeforeEach
  void addSupervisor() {
    test.unit(
        () ->
            bindings.save(
                new Binding(
                    SUPERVISOR.number(),
                    SUPERVISOR.displayName(),
                    Set.of(Role.RELEASE_SUPERVISOR),
                    new Place.Unit(SUPERVISOR.organisation()),
                    true,
                    1)));
  }

  @Test
  void roleRemoved_beforeTheReleaseCommits_stopsIt() throws Exception {
    SealedReferral inReview = inReview();
    CountDownLatch removed = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    var removal =
        CompletableFuture.runAsync(
            () ->
                test.unit(
                    () -> {
                      end();
                      removed.countDown();
                      await(go);
                    }));
    await(removed);

    var release = CompletableFuture.supplyAsync(() -> release(endpoints, inReview));
    assertThatThrownBy(() -> release.get(300, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    go.countDown();
    removal.get(10, TimeUnit.SECONDS);

    assertThat(code(release.get(10, TimeUnit.SECONDS)))
        .isEqualTo(RefusalCode.OPERATION_NOT_PERMITTED.wire());
    assertThat(now(inReview)).isEqualTo(inReview);
    assertThat(store.dispatches().of(inReview.version().id())).isEmpty();
  }

  @Test
  void release_thatHasAskedAlready_isWaitedForByTheRemoval() throws Exception {
    SealedReferral inReview = inReview();
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    EndpointRegistry slow = new SlowRegistry(endpoints, asked, go);
    var release = CompletableFuture.supplyAsync(() -> release(slow, inReview));
    await(asked);

    var removal = CompletableFuture.runAsync(() -> test.unit(this::end));
    assertThatThrownBy(() -> removal.get(300, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    go.countDown();

    assertThat(code(release.get(10, TimeUnit.SECONDS))).isEqualTo("done");
    removal.get(10, TimeUnit.SECONDS);
    assertThat(now(inReview)).isInstanceOf(ReleasedReferral.class);
    assertThat(code(release(endpoints, inReview())))
        .isEqualTo(RefusalCode.OPERATION_NOT_PERMITTED.wire());
  }

  private void end() {
    bindings.alone();
    bindings.save(bindings.find(SUPERVISOR.number()).orElseThrow().ended());
  }

  private Referral now(Referral referral) {
    return store.referrals().find(referral.version().id()).orElseThrow();
  }

  private static String code(Outcome<Referral> outcome) {
    return outcome.fold(done -> "done", refusal -> refusal.code().wire());
  }

  private Outcome<Referral> release(EndpointRegistry registry, SealedReferral inReview) {
    Clock clock = Clock.systemUTC();
    Journal journal =
        new Journal(
            store.custodyRecorder(), Samples.IDS, clock, new Instrument("test", "Safehand", "0.1"));
    ReleaseReferral release =
        new ReleaseReferral(
            new Attempts(store.unitOfWork(), journal),
            new CaseAccess(
                AccessPolicy.packaged(),
                bindings,
                store.sessionEnds(),
                store.referrals(),
                store.dispatches(),
                store.glasses()),
            new OncePerKey(store.idempotency()),
            bindings,
            store.referrals(),
            store.dispatches(),
            registry,
            store.outbox(),
            new LogGate(store.logStanding(), store.settings()),
            new StepUpGate(store.stepUps(), clock),
            journal,
            Samples.IDS,
            clock);
    ReleaseOrder order =
        new ReleaseOrder(
            inReview.version().id(),
            inReview.version().revision(),
            inReview.seal().digest(),
            List.of("AG-N-001"),
            new RequestKey(UUID.randomUUID().toString(), Digest.of(new byte[] {1})));
    List<Agency> recipients =
        TestWorld.agencies().stream()
            .filter(agency -> order.recipients().contains(agency.id().value()))
            .toList();
    Grant proven =
        new Grant(order.binding(SUPERVISOR.number(), ReleaseAct.ONLY, recipients), clock.instant());
    test.unit(() -> store.stepUps().keep(proven));
    return release.release(SUPERVISOR, order);
  }

  private SealedReferral inReview() {
    DraftReferral draft = Samples.draft(SUPERVISOR.organisation());
    return test.inUnit(
        () -> {
          store.caseKeys().create(draft.version().caseId());
          store.referrals().add(draft);
          DraftReferral more = draft.with(Samples.exhibit(1), new StaffNumber("S-1001"));
          store.referrals().save(more);
          var sealing = more.submit(Samples.OFFICER, Samples.NOW);
          store.referrals().save(sealing);
          SealedReferral inReview = sealing.seal(new Seal(Digest.of(new byte[] {2}), Samples.NOW));
          store.referrals().save(inReview);
          return inReview;
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Answers for recipients, which are asked for after the releaser, when it is told to. */
  private record SlowRegistry(EndpointRegistry registry, CountDownLatch asked, CountDownLatch go)
      implements EndpointRegistry {
    @Override
    public List<Agency> agencies() {
      return registry.agencies();
    }

    @Override
    public Optional<Agency> agency(AgencyId id) {
      asked.countDown();
      await(go);
      return registry.agency(id);
    }

    @Override
    public List<CertificateAuthority> authorities() {
      return registry.authorities();
    }
  }
}
