package org.safehand.store.glass;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.fault.StaleRevisionException;
import org.safehand.referral.glass.Glass;
import org.safehand.referral.glass.GlassId;
import org.safehand.referral.glass.GlassTerms;
import org.safehand.referral.glass.Glasses;
import org.safehand.referral.glass.OpenGlass;
import org.safehand.referral.id.CaseId;
import org.safehand.store.key.CaseSeal;
import org.safehand.store.unit.EntityWork;
import org.safehand.store.unit.ViewHandle;

/** Broken glasses in PostgreSQL, whose row policies show a case to whoever broke one over it. */
public final class JpaGlasses implements Glasses {
  private static final String BREAK =
      "select door.break_glass(:handle, :id, :case, :opened, :until, :review, :doc)";
  private static final String THROUGH =
      "select glass_id from glass where person = :person and case_id = :case"
          + " and state = 'OPEN' and until_at > now()";
  private static final String OPEN =
      "select g.id from GlassRow g where g.person = :person and g.state = OPEN";
  private static final String UNREVIEWED =
      "select count(g) from GlassRow g where g.state <> REVIEWED";
  private static final String OF_UNIT = " and g.unit = :unit and g.reviewBy <= :now";

  private final EntityWork work;
  private final SealedGlasses documents;
  private final ViewHandle handle;

  /**
   * @param handle without which the database lets nobody break one
   */
  public JpaGlasses(EntityWork work, CaseSeal seal, ViewHandle handle) {
    this.work = requireNonNull(work, "work is null");
    this.documents = new SealedGlasses(seal);
    this.handle = requireNonNull(handle, "handle is null");
  }

  @Override
  public void add(OpenGlass glass) {
    GlassTerms terms = glass.terms();
    Object added =
        work.entities()
            .createNativeQuery(BREAK, Boolean.class)
            .setParameter("handle", handle.digest().bytes())
            .setParameter("id", terms.id().value())
            .setParameter("case", terms.caseId().value())
            .setParameter("opened", terms.openedAt())
            .setParameter("until", terms.until())
            .setParameter("review", terms.reviewBy())
            .setParameter("doc", documents.document(glass))
            .getSingleResult();
    if (!Boolean.TRUE.equals(added)) {
      throw new StaleRevisionException(terms.id());
    }
  }

  @Override
  public Optional<GlassId> through(StaffNumber person, CaseId caseId) {
    List<?> found =
        work.read(
            entities ->
                entities
                    .createNativeQuery(THROUGH, UUID.class)
                    .setParameter("person", person.value())
                    .setParameter("case", caseId.value())
                    .getResultList());
    return found.stream().findFirst().map(id -> new GlassId((UUID) id));
  }

  @Override
  public Optional<OpenGlass> open(StaffNumber person) {
    return work.read(
        entities ->
            openId(entities, person)
                .flatMap(id -> find(new GlassId(id)))
                .filter(OpenGlass.class::isInstance)
                .map(OpenGlass.class::cast));
  }

  private static Optional<UUID> openId(EntityManager entities, StaffNumber person) {
    return entities
        .createQuery(OPEN, UUID.class)
        .setParameter("person", person.value())
        .getResultStream()
        .findFirst();
  }

  @Override
  public Optional<OpenGlass> lockOpen(StaffNumber person) {
    return openId(work.entities(), person)
        .flatMap(this::lockRow)
        .map(documents::glass)
        .filter(OpenGlass.class::isInstance)
        .map(OpenGlass.class::cast);
  }

  @Override
  public Optional<Glass> find(GlassId id) {
    return work.read(
        entities ->
            Optional.ofNullable(entities.find(GlassRow.class, id.value())).map(documents::glass));
  }

  @Override
  public Optional<Glass> lock(GlassId id) {
    return lockRow(id.value()).map(documents::glass);
  }

  @Override
  public void save(Glass next) {
    GlassTerms terms = next.terms();
    lockRow(terms.id().value())
        .filter(row -> row.revision() == terms.revision() - 1)
        .orElseThrow(() -> new StaleRevisionException(terms.id()))
        .replace(next.state(), terms.revision(), documents.document(next));
    work.entities().flush();
  }

  @Override
  public List<Glass> list(Optional<GlassId> before, int limit) {
    return work.read(
        entities ->
            query(entities, before).setMaxResults(limit).getResultList().stream()
                .map(documents::glass)
                .toList());
  }

  @Override
  public long unreviewed() {
    return work.read(entities -> entities.createQuery(UNREVIEWED, Long.class).getSingleResult());
  }

  @Override
  public boolean isOverdue(String unit, Instant now) {
    return work.read(
        entities ->
            entities
                    .createQuery(UNREVIEWED + OF_UNIT, Long.class)
                    .setParameter("unit", unit)
                    .setParameter("now", now)
                    .getSingleResult()
                > 0);
  }

  private static TypedQuery<GlassRow> query(EntityManager entities, Optional<GlassId> before) {
    String older = before.isPresent() ? " where g.id < :before" : "";
    TypedQuery<GlassRow> query =
        entities.createQuery(
            "select g from GlassRow g" + older + " order by g.id desc", GlassRow.class);
    before.ifPresent(id -> query.setParameter("before", id.value()));
    return query;
  }

  private Optional<GlassRow> lockRow(UUID id) {
    EntityManager entities = work.entities();
    GlassRow row = entities.find(GlassRow.class, id);
    if (row == null) {
      return Optional.empty();
    }
    entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
    return Optional.of(row);
  }
}
