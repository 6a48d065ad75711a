package org.safehand.referral.port.memory;

import java.util.Optional;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.opening.Opening;
import org.safehand.referral.opening.OpeningId;
import org.safehand.referral.opening.Openings;

/** Openings in memory. */
public final class InMemoryOpenings implements Openings {
  private final Shelf<OpeningId, Opening> openings;

  public InMemoryOpenings(InMemoryUnitOfWork unit) {
    this.openings = new Shelf<>(unit);
  }

  @Override
  public void add(Opening opening) {
    openings.putNew(opening.id(), opening);
  }

  @Override
  public Optional<Opening> find(OpeningId id, StaffNumber person) {
    return openings.find(id).filter(opening -> opening.person().equals(person));
  }

  @Override
  public boolean use(Opening opening) {
    openings.unit().require();
    boolean there = openings.find(opening.id()).isPresent();
    openings.remove(opening.id());
    return there;
  }
}
