package org.safehand.store.registry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.safehand.custody.json.JsonException;
import org.safehand.referral.person.Bindings;
import org.safehand.referral.registry.FirstRegistries;
import org.safehand.referral.registry.Registry;
import org.safehand.referral.registry.RegistryDocument;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;
import org.safehand.store.person.JpaBindings;
import org.safehand.store.unit.EntityWork;

/** The first registry in PostgreSQL, and whether an event tells of it. */
public final class JpaFirstRegistries implements FirstRegistries {
  private static final String UNRECORDED =
      "select content from registry_import where not exists (select from registry_import_recorded)";

  private final EntityWork work;
  private final Bindings bindings;

  public JpaFirstRegistries(EntityWork work) {
    this.work = requireNonNull(work, "work is null");
    this.bindings = new JpaBindings(work);
  }

  @Override
  public Optional<Registry> unrecorded() {
    bindings.alone();
    List<?> found = work.entities().createNativeQuery(UNRECORDED, byte[].class).getResultList();
    return found.stream().findFirst().map(content -> read((byte[]) content));
  }

  @Override
  public void recorded() {
    work.entities()
        .createNativeQuery("insert into registry_import_recorded values (true)")
        .executeUpdate();
  }

  private static Registry read(byte[] content) {
    try {
      return RegistryDocument.first(content);
    } catch (JsonException | IllegalArgumentException e) {
      throw new StoreException(StoreCode.ROW_DAMAGED, "registry_import", e);
    }
  }
}
