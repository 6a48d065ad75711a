package org.safehand.store.registry;

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
import org.safehand.store.unit.Untold;

/** The first registry in PostgreSQL, and whether an event tells of it. */
public final class JpaFirstRegistries implements FirstRegistries {
  private final Untold first;
  private final Bindings bindings;

  public JpaFirstRegistries(EntityWork work) {
    this.first = new Untold(work, "registry_import");
    this.bindings = new JpaBindings(work);
  }

  @Override
  public Optional<Registry> unrecorded() {
    bindings.alone();
    return first.content().map(JpaFirstRegistries::read);
  }

  @Override
  public void recorded() {
    first.told();
  }

  private static Registry read(byte[] content) {
    try {
      return RegistryDocument.first(content);
    } catch (JsonException | IllegalArgumentException e) {
      throw new StoreException(StoreCode.ROW_DAMAGED, "registry_import", e);
    }
  }
}
