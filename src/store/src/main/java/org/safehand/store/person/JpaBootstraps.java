package org.safehand.store.person;

import java.util.Optional;
import org.safehand.custody.json.JsonException;
import org.safehand.referral.person.Bindings;
import org.safehand.referral.person.Bootstraps;
import org.safehand.referral.person.Founders;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;
import org.safehand.store.unit.EntityWork;
import org.safehand.store.unit.Untold;

/** The first people in PostgreSQL, and whether an event tells of them. */
public final class JpaBootstraps implements Bootstraps {
  private final Untold first;
  private final Bindings bindings;

  public JpaBootstraps(EntityWork work) {
    this.first = new Untold(work, "bootstrap");
    this.bindings = new JpaBindings(work);
  }

  @Override
  public Optional<Founders> unrecorded() {
    bindings.alone();
    return first.content().map(JpaBootstraps::read);
  }

  @Override
  public void recorded() {
    first.told();
  }

  private static Founders read(byte[] content) {
    try {
      return Founders.parse(content);
    } catch (JsonException | IllegalArgumentException e) {
      throw new StoreException(StoreCode.ROW_DAMAGED, "bootstrap", e);
    }
  }
}
