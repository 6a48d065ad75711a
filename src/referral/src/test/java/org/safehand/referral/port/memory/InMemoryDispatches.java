package org.safehand.referral.port.memory;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collector;
import org.safehand.packaging.pack.PackageRecipe;
import org.safehand.referral.act.SealedBytes;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.delivery.QueuedDispatch;
import org.safehand.referral.delivery.ReadyDispatch;
import org.safehand.referral.delivery.SendingDispatch;
import org.safehand.referral.delivery.UnknownDispatch;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.fault.StaleRevisionException;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.port.Dispatches;
import org.safehand.referral.query.DispatchCount;
import org.safehand.referral.transfer.DispatchState;

/** Dispatches in memory; the database's clock is the given one. */
public final class InMemoryDispatches implements Dispatches {
  private final Shelf<DispatchId, Dispatch> dispatches;
  private final Shelf<DispatchId, SealedBytes> drafts;
  private final Shelf<DispatchId, PackageRecipe> recipes;
  private final Clock clock;

  public InMemoryDispatches(InMemoryUnitOfWork unit, Clock clock) {
    this.dispatches = new Shelf<>(unit);
    this.drafts = new Shelf<>(unit);
    this.recipes = new Shelf<>(unit);
    this.clock = clock;
  }

  @Override
  public void add(QueuedDispatch dispatch) {
    dispatches.putNew(dispatch.order().id(), dispatch);
  }

  @Override
  public Optional<Dispatch> find(DispatchId id) {
    return dispatches.find(id);
  }

  @Override
  public Optional<CaseId> caseOf(DispatchId id) {
    return dispatches.find(id).map(dispatch -> dispatch.order().caseId());
  }

  @Override
  public Optional<Dispatch> lock(DispatchId id) {
    dispatches.unit().require();
    return dispatches.find(id);
  }

  @Override
  public List<DispatchCount> counts() {
    return dispatches.all().values().stream()
        .collect(groupingBy(dispatch -> dispatch.order().agency().value(), TreeMap::new, byState()))
        .entrySet()
        .stream()
        .flatMap(
            agency ->
                agency.getValue().entrySet().stream()
                    .map(
                        state ->
                            new DispatchCount(
                                new AgencyId(agency.getKey()),
                                DispatchState.valueOf(state.getKey()),
                                state.getValue())))
        .toList();
  }

  private static Collector<Dispatch, ?, Map<String, Long>> byState() {
    return collectingAndThen(
        groupingBy(dispatch -> dispatch.state().name(), TreeMap::new, counting()),
        states -> states);
  }

  @Override
  public List<Dispatch> of(ReferralId referral) {
    return dispatches.all().values().stream()
        .filter(dispatch -> dispatch.order().referral().equals(referral))
        .sorted(Comparator.comparing(dispatch -> dispatch.order().id().toString()))
        .toList();
  }

  @Override
  public void save(Dispatch next) {
    DispatchId id = next.order().id();
    Dispatch stored = find(id).orElseThrow(() -> new StaleRevisionException(id));
    long raised = next.order().fence() - stored.order().fence();
    boolean fenceHeld = raised == 0 || (raised == 1 && next instanceof SendingDispatch);
    if (stored.order().revision() != next.order().revision() - 1 || !fenceHeld) {
      throw new StaleRevisionException(id);
    }
    dispatches.put(id, next);
  }

  @Override
  public Optional<Dispatch> lockDue(Channel channel, Set<AgencyId> except) {
    dispatches.unit().require();
    return dispatches.all().values().stream()
        .filter(dispatch -> dispatch.order().channel() == channel)
        .filter(dispatch -> !except.contains(dispatch.order().agency()))
        .filter(dispatch -> !dueAt(dispatch).isAfter(clock.instant()))
        .min(Comparator.comparing(InMemoryDispatches::dueAt));
  }

  private static Instant dueAt(Dispatch dispatch) {
    if (dispatch instanceof ReadyDispatch ready) {
      return ready.attempts().notBefore();
    }
    if (dispatch instanceof UnknownDispatch unknown) {
      return unknown.attempts().notBefore();
    }
    return dispatch instanceof SendingDispatch sending ? sending.lease().until() : Instant.MAX;
  }

  @Override
  public Instant databaseTime() {
    return clock.instant();
  }

  @Override
  public void keepDraft(DispatchId id, SealedBytes draft) {
    drafts.putNew(id, draft);
  }

  @Override
  public Optional<SealedBytes> draft(DispatchId id) {
    return drafts.find(id);
  }

  @Override
  public void keepRecipe(DispatchId id, PackageRecipe recipe) {
    recipes.putNew(id, recipe);
  }

  @Override
  public Optional<PackageRecipe> recipe(DispatchId id) {
    return recipes.find(id);
  }
}
