package org.safehand.store.registry;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonException;
import org.safehand.referral.fault.StaleRevisionException;
import org.safehand.referral.registry.AgencyJson;
import org.safehand.referral.registry.AuthorityJson;
import org.safehand.referral.registry.RegisteredAgency;
import org.safehand.referral.registry.Registries;
import org.safehand.referral.registry.Registry;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;
import org.safehand.store.unit.EntityWork;

/**
 * The registry in PostgreSQL. Each time its revision is asked for; its documents are read again
 * only where that is another one than the one that this node has read last.
 *
 * <p>Without a registry, or with a damaged one, asking throws {@link
 * StoreCode#REGISTRY_UNREADABLE}: nobody is told that an agency is not registered because none
 * could be read.
 */
public final class JpaRegistries implements Registries {
  /**
   * Tells one state of the registry from every other: two units of work of which one was undone may
   * have made the same revision, and the transaction of neither is the other's.
   */
  private static final String STAMP = "select revision || ' ' || xmin from registry";

  private static final String LOCK = STAMP + " for no key update";

  /** One statement, so that the two tables are of one moment. */
  private static final String WHOLE =
      """
      select r.revision || ' ' || r.xmin as stamp, r.revision as now, r.authorities,
        r.authorities_revision, a.agency_id, a.revision as since, a.document
      from registry r left join registry_agency a on true order by a.agency_id collate "C"\
      """;

  private static final String SAVE =
      "update registry set revision = :next, authorities = :authorities,"
          + " authorities_revision = :since where revision = :next - 1";
  private static final String PUT =
      "insert into registry_agency (agency_id, revision, document) values (:id, :revision,"
          + " :document) on conflict (agency_id) do update set revision = excluded.revision,"
          + " document = excluded.document";
  private static final String REMOVE =
      "delete from registry_agency where not agency_id = any (string_to_array(:stay, ' '))";

  private final EntityWork work;
  private final AtomicReference<@Nullable Kept> last = new AtomicReference<>();

  public JpaRegistries(EntityWork work) {
    this.work = requireNonNull(work, "work is null");
  }

  @Override
  public Registry now() {
    return work.read(
        entities -> {
          String stamp = stamp(entities, STAMP);
          Kept known = last.get();
          if (known == null || !known.stamp().equals(stamp)) {
            known = whole(entities);
            last.set(known);
          }
          return known.registry();
        });
  }

  @Override
  public Registry alone() {
    EntityManager entities = work.entities();
    stamp(entities, LOCK);
    return whole(entities).registry();
  }

  @Override
  public void save(Registry next) {
    EntityManager entities = work.entities();
    int saved =
        entities
            .createNativeQuery(SAVE)
            .setParameter("next", next.revision())
            .setParameter("authorities", Jcs.write(AuthorityJson.of(next.authorities())))
            .setParameter("since", next.authoritiesRevision())
            .executeUpdate();
    if (saved == 0) {
      throw new StaleRevisionException("registry");
    }
    for (RegisteredAgency entry : next.agencies()) {
      if (entry.revision() == next.revision()) {
        entities
            .createNativeQuery(PUT)
            .setParameter("id", entry.agency().id().value())
            .setParameter("revision", entry.revision())
            .setParameter("document", Jcs.write(AgencyJson.of(entry.agency())))
            .executeUpdate();
      }
    }
    entities
        .createNativeQuery(REMOVE)
        .setParameter(
            "stay",
            String.join(
                " ", next.agencies().stream().map(entry -> entry.agency().id().value()).toList()))
        .executeUpdate();
  }

  private static String stamp(EntityManager entities, String query) {
    List<?> found = entities.createNativeQuery(query, String.class).getResultList();
    return found.stream().findFirst().map(String.class::cast).orElseThrow(JpaRegistries::missing);
  }

  private static Kept whole(EntityManager entities) {
    List<?> rows = entities.createNativeQuery(WHOLE, Object[].class).getResultList();
    try {
      List<RegisteredAgency> agencies = new ArrayList<>();
      for (Object row : rows) {
        agency((Object[]) row).ifPresent(agencies::add);
      }
      Object[] first = (Object[]) rows.stream().findFirst().orElseThrow(JpaRegistries::missing);
      return new Kept(
          (String) first[0],
          new Registry(
              (Long) first[1],
              agencies,
              AuthorityJson.authorities(array((byte[]) first[2])),
              (Long) first[3]));
    } catch (JsonException | IllegalArgumentException e) {
      throw new StoreException(StoreCode.REGISTRY_UNREADABLE, "the registry is damaged", e);
    }
  }

  private static Optional<RegisteredAgency> agency(Object[] row) throws JsonException {
    if (row[4] == null) {
      return Optional.empty();
    }
    RegisteredAgency entry =
        new RegisteredAgency(AgencyJson.agency(Jcs.readObject((byte[]) row[6])), (Long) row[5]);
    if (!entry.agency().id().value().equals(row[4])) {
      throw new IllegalArgumentException("the column says another agency than the document");
    }
    return Optional.of(entry);
  }

  private static JsonArray array(byte[] document) throws JsonException {
    if (!(Jcs.read(document) instanceof JsonArray array)) {
      throw new JsonException("", "expected array");
    }
    return array;
  }

  /** What this node has read last. */
  private record Kept(String stamp, Registry registry) {}

  private static StoreException missing() {
    return new StoreException(
        StoreCode.REGISTRY_UNREADABLE, "there is no registry yet: the first one is put in once");
  }
}
