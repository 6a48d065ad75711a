package org.safehand.store.dispatch;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.safehand.packaging.pack.PackageRecipe;
import org.safehand.referral.act.SealedBytes;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.delivery.QueuedDispatch;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.fault.StaleRevisionException;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.port.Dispatches;
import org.safehand.referral.query.DispatchCount;
import org.safehand.referral.transfer.DispatchState;
import org.safehand.store.key.CaseSeal;
import org.safehand.store.row.CaseOf;
import org.safehand.store.unit.EntityWork;

/** Dispatches in PostgreSQL. */
public final class JpaDispatches implements Dispatches {
  private static final String DRAFT = "draft";
  private static final String RECIPE = "recipe";

  private static final String DUE =
      "select dispatch_id from dispatch"
          + " where channel = :channel and due_at <= clock_timestamp()"
          + " and agency <> all (string_to_array(:except, ' '))"
          + " order by due_at, dispatch_id limit 1 for update skip locked";

  private final EntityWork work;
  private final CaseSeal seal;

  public JpaDispatches(EntityWork work, CaseSeal seal) {
    this.work = requireNonNull(work, "work is null");
    this.seal = requireNonNull(seal, "seal is null");
  }

  @Override
  public void add(QueuedDispatch dispatch) {
    work.entities().persist(new DispatchRow(dispatch));
    work.entities().flush();
  }

  @Override
  public Optional<Dispatch> find(DispatchId id) {
    return work.read(
        entities ->
            Optional.ofNullable(entities.find(DispatchRow.class, id.value()))
                .map(DispatchRow::dispatch));
  }

  @Override
  public Optional<CaseId> caseOf(DispatchId id) {
    return work.read(entities -> CaseOf.ask(entities, CaseOf.DISPATCH, id.value()));
  }

  @Override
  public Optional<Dispatch> lock(DispatchId id) {
    return lockRow(id.value()).map(DispatchRow::dispatch);
  }

  @Override
  public List<DispatchCount> counts() {
    return work.read(
        entities -> {
          List<?> rows =
              entities
                  .createNativeQuery(
                      "select agency, state, dispatches from door.dispatch_counts()", Tuple.class)
                  .getResultList();
          return rows.stream().map(row -> count((Tuple) row)).toList();
        });
  }

  private static DispatchCount count(Tuple row) {
    return new DispatchCount(
        new AgencyId(row.get(0, String.class)),
        DispatchState.valueOf(row.get(1, String.class)),
        row.get(2, Long.class));
  }

  @Override
  public List<Dispatch> of(ReferralId referral) {
    return work.read(
        entities ->
            entities
                .createQuery(
                    "select d from DispatchRow d where d.referralId = :id order by d.id",
                    DispatchRow.class)
                .setParameter("id", referral.value())
                .getResultStream()
                .map(DispatchRow::dispatch)
                .toList());
  }

  @Override
  public void save(Dispatch next) {
    DispatchRow row =
        lockRow(next.order().id().value())
            .filter(found -> found.isBefore(next))
            .orElseThrow(() -> new StaleRevisionException(next.order().id()));
    row.replace(next);
    work.entities().flush();
  }

  @Override
  public Optional<Dispatch> lockDue(Channel channel, Set<AgencyId> except) {
    List<?> due =
        work.entities()
            .createNativeQuery(DUE, UUID.class)
            .setParameter("channel", channel.wire())
            .setParameter("except", String.join(" ", except.stream().map(AgencyId::value).toList()))
            .getResultList();
    return due.stream().findFirst().flatMap(id -> lockRow((UUID) id)).map(DispatchRow::dispatch);
  }

  @Override
  public Instant databaseTime() {
    return work.read(
        entities ->
            ((Instant)
                    entities
                        .createNativeQuery("select clock_timestamp()", Instant.class)
                        .getSingleResult())
                .truncatedTo(ChronoUnit.MILLIS));
  }

  @Override
  public void keepDraft(DispatchId id, SealedBytes draft) {
    work.entities().persist(new DraftRow(id.value(), sealed(DRAFT, id, draft.bytes())));
    work.entities().flush();
  }

  @Override
  public Optional<SealedBytes> draft(DispatchId id) {
    return work.read(
        entities ->
            Optional.ofNullable(entities.find(DraftRow.class, id.value()))
                .map(row -> SealedBytes.of(opened(DRAFT, id, row.sealedContent()))));
  }

  @Override
  public void keepRecipe(DispatchId id, PackageRecipe recipe) {
    work.entities().persist(new RecipeRow(id.value(), sealed(RECIPE, id, recipe.toBytes())));
    work.entities().flush();
  }

  @Override
  public Optional<PackageRecipe> recipe(DispatchId id) {
    return work.read(
        entities ->
            Optional.ofNullable(entities.find(RecipeRow.class, id.value()))
                .map(row -> PackageRecipe.fromBytes(opened(RECIPE, id, row.sealedContent()))));
  }

  private Optional<DispatchRow> lockRow(UUID id) {
    EntityManager entities = work.entities();
    DispatchRow row = entities.find(DispatchRow.class, id);
    if (row == null) {
      return Optional.empty();
    }
    entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
    return Optional.of(row);
  }

  private byte[] sealed(String what, DispatchId id, byte[] plain) {
    return seal.seal(requiredCase(id), what, id.value(), 0, plain);
  }

  private byte[] opened(String what, DispatchId id, byte[] sealed) {
    return seal.open(requiredCase(id), what, id.value(), 0, sealed);
  }

  private CaseId requiredCase(DispatchId id) {
    DispatchRow row = work.entities().find(DispatchRow.class, id.value());
    if (row == null) {
      throw new IllegalArgumentException("there is no dispatch " + id);
    }
    return new CaseId(row.caseId());
  }
}
