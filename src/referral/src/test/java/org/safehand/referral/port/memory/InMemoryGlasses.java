package org.safehand.referral.port.memory;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.fault.StaleRevisionException;
import org.safehand.referral.glass.Glass;
import org.safehand.referral.glass.GlassId;
import org.safehand.referral.glass.GlassState;
import org.safehand.referral.glass.Glasses;
import org.safehand.referral.glass.OpenGlass;
import org.safehand.referral.id.CaseId;

/** Broken glasses in memory; the database's clock is the given one. */
public final class InMemoryGlasses implements Glasses {
  private final Shelf<GlassId, Glass> glasses;
  private final Clock clock;

  public InMemoryGlasses(InMemoryUnitOfWork unit, Clock clock) {
    this.glasses = new Shelf<>(unit);
    this.clock = clock;
  }

  @Override
  public void add(OpenGlass glass) {
    if (lockOpen(glass.terms().opener().number()).isPresent()) {
      throw new StaleRevisionException(glass.terms().id());
    }
    glasses.putNew(glass.terms().id(), glass);
  }

  @Override
  public Optional<GlassId> through(StaffNumber person, CaseId caseId) {
    return allOpen(person)
        .filter(glass -> glass.terms().caseId().equals(caseId))
        .filter(glass -> clock.instant().isBefore(glass.terms().until()))
        .map(glass -> glass.terms().id())
        .findFirst();
  }

  @Override
  public Optional<OpenGlass> open(StaffNumber person) {
    return allOpen(person).findFirst();
  }

  @Override
  public Optional<OpenGlass> lockOpen(StaffNumber person) {
    glasses.unit().require();
    return allOpen(person).findFirst();
  }

  @Override
  public Optional<Glass> find(GlassId id) {
    return glasses.find(id);
  }

  @Override
  public Optional<Glass> lock(GlassId id) {
    glasses.unit().require();
    return glasses.find(id);
  }

  @Override
  public void save(Glass next) {
    GlassId id = next.terms().id();
    Glass stored = find(id).orElseThrow(() -> new StaleRevisionException(id));
    if (stored.terms().revision() != next.terms().revision() - 1) {
      throw new StaleRevisionException(id);
    }
    glasses.put(id, next);
  }

  @Override
  public List<Glass> list(Optional<GlassId> before, int limit) {
    return glasses.all().values().stream()
        .sorted(Comparator.comparing((Glass it) -> it.terms().id().toString()).reversed())
        .filter(
            glass ->
                before.isEmpty()
                    || glass.terms().id().toString().compareTo(before.get().toString()) < 0)
        .limit(limit)
        .toList();
  }

  @Override
  public long unreviewed() {
    return waiting().count();
  }

  @Override
  public boolean isOverdue(String unit, Instant now) {
    return waiting()
        .anyMatch(
            glass -> glass.terms().opener().organisation().equals(unit) && glass.isOverdue(now));
  }

  private Stream<Glass> waiting() {
    return glasses.all().values().stream().filter(it -> it.state() != GlassState.REVIEWED);
  }

  private Stream<OpenGlass> allOpen(StaffNumber person) {
    return glasses.all().values().stream()
        .filter(OpenGlass.class::isInstance)
        .map(OpenGlass.class::cast)
        .filter(glass -> glass.terms().opener().number().equals(person));
  }
}
