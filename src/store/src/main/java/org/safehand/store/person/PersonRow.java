package org.safehand.store.person;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safehand.referral.access.Role;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.person.Binding;
import org.safehand.referral.person.Place;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;

/** A person. */
@Entity
@Table(name = "person")
class PersonRow {
  @Id private String number;

  @Column(name = "display_name")
  private String displayName;

  private String roles;
  private @Nullable String unit;
  private @Nullable String agency;
  private boolean active;
  private long revision;

  @SuppressWarnings("NullAway.Init")
  protected PersonRow() {}

  @SuppressWarnings("NullAway.Init") // replace sets the rest
  PersonRow(Binding person) {
    number = person.number().value();
    replace(person);
  }

  final void replace(Binding person) {
    displayName = person.displayName();
    roles = roles(person.roles());
    unit = person.place() instanceof Place.Unit in ? in.name() : null;
    agency = person.place() instanceof Place.OfAgency of ? of.agency().value() : null;
    active = person.active();
    revision = person.revision();
  }

  long revision() {
    return revision;
  }

  Binding binding() {
    try {
      return new Binding(
          new StaffNumber(number), displayName, roles(roles), place(), active, revision);
    } catch (IllegalArgumentException e) {
      throw new StoreException(StoreCode.ROW_DAMAGED, "person " + number, e);
    }
  }

  private Place place() {
    if (unit != null && agency == null) {
      return new Place.Unit(unit);
    }
    if (agency != null && unit == null) {
      return new Place.OfAgency(new AgencyId(agency));
    }
    throw new IllegalArgumentException("neither a unit nor an agency, or both");
  }

  static String roles(Set<Role> roles) {
    return roles.stream().map(Role::wire).sorted().collect(Collectors.joining(" "));
  }

  private static Set<Role> roles(String names) {
    return Arrays.stream(names.split(" ", -1))
        .map(name -> Role.find(name).orElseThrow(() -> new IllegalArgumentException("role")))
        .collect(Collectors.toUnmodifiableSet());
  }
}
