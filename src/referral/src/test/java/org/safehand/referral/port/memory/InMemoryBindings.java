package org.safehand.referral.port.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safehand.referral.access.Role;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.fault.StaleRevisionException;
import org.safehand.referral.person.Binding;
import org.safehand.referral.person.Bindings;
import org.safehand.referral.person.Place;

/** People in memory. */
public final class InMemoryBindings implements Bindings {
  private final Shelf<StaffNumber, Binding> people;
  private int timesAlone;

  public InMemoryBindings(InMemoryUnitOfWork unit) {
    this.people = new Shelf<>(unit);
  }

  @Override
  public Optional<Binding> find(StaffNumber number) {
    return people.find(number);
  }

  @Override
  public Optional<Binding> share(StaffNumber number) {
    people.unit().require();
    return people.find(number);
  }

  @Override
  public List<Binding> list(Optional<StaffNumber> after, int limit) {
    return people.all().values().stream()
        .filter(person -> after.isEmpty() || person.number().compareTo(after.get()) > 0)
        .sorted(Comparator.comparing(Binding::number))
        .limit(limit)
        .toList();
  }

  @Override
  public long active(Role role) {
    return people.all().values().stream()
        .filter(person -> person.active() && person.roles().contains(role))
        .count();
  }

  @Override
  public Set<StaffNumber> active(Role role, String unit) {
    return people.all().values().stream()
        .filter(person -> person.active() && person.roles().contains(role))
        .filter(person -> person.place().equals(new Place.Unit(unit)))
        .map(Binding::number)
        .collect(Collectors.toSet());
  }

  @Override
  public void alone() {
    people.unit().require();
    timesAlone++;
  }

  /** How many units of work wanted to be the only one that changes people, done or not. */
  public int timesAlone() {
    return timesAlone;
  }

  @Override
  public void save(Binding next) {
    long before = find(next.number()).map(Binding::revision).orElse(0L);
    if (before != next.revision() - 1) {
      throw new StaleRevisionException(next.number());
    }
    people.put(next.number(), next);
  }
}
