package org.safehand.store.person;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.safehand.custody.json.JsonException;
import org.safehand.referral.person.Bindings;
import org.safehand.referral.person.Bootstraps;
import org.safehand.referral.person.Founders;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;
import org.safehand.store.unit.EntityWork;

/** The first people in PostgreSQL, and whether an event tells of them. */
public final class JpaBootstraps implements Bootstraps {
  private static final String UNRECORDED =
      "select content from bootstrap where not exists (select from bootstrap_recorded)";

  private final EntityWork work;
  private final Bindings bindings;

  public JpaBootstraps(EntityWork work) {
    this.work = requireNonNull(work, "work is null");
    this.bindings = new JpaBindings(work);
  }

  @Override
  public Optional<Founders> unrecorded() {
    bindings.alone();
    List<?> found = work.entities().createNativeQuery(UNRECORDED, byte[].class).getResultList();
    return found.stream().findFirst().map(content -> read((byte[]) content));
  }

  @Override
  public void recorded() {
    work.entities()
        .createNativeQuery("insert into bootstrap_recorded values (true)")
        .executeUpdate();
  }

  private static Founders read(byte[] content) {
    try {
      return Founders.parse(content);
    } catch (JsonException | IllegalArgumentException e) {
      throw new StoreException(StoreCode.ROW_DAMAGED, "bootstrap", e);
    }
  }
}
