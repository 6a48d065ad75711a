package org.safehand.store.unit;

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;
import org.safehand.referral.port.UnitOfWork;
import org.safehand.referral.view.View;

/** The kernel's unit of work: one transaction, never inside another. */
public final class JpaUnitOfWork implements UnitOfWork {
  private final EntityWork work;

  public JpaUnitOfWork(EntityWork work) {
    this.work = requireNonNull(work, "work is null");
  }

  @Override
  public <T> T run(View view, Supplier<T> unit) {
    if (work.isRunning()) {
      throw new IllegalStateException("units of work are not nested");
    }
    return work.execute(view, unit);
  }
}
