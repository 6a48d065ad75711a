package org.safehand.referral.person;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.access.Role;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.id.AgencyId;

/**
 * What a person is given, as JSON: {@code displayName}, {@code number}, {@code roles} in
 * alphabetical order, and {@code unit} or {@code agency}. Whether they are active, and since which
 * revision, is said elsewhere.
 */
public final class BindingJson {
  private static final Set<String> MEMBERS =
      Set.of("agency", "displayName", "number", "roles", "unit");

  private BindingJson() {}

  /** What {@code person} is given. */
  public static JsonObject of(Binding person) {
    return JsonObject.builder()
        .put("displayName", person.displayName())
        .put("number", person.number().value())
        .put(
            "roles", JsonArray.ofStrings(person.roles().stream().map(Role::wire).sorted().toList()))
        .putIfPresent(
            "unit",
            person.place() instanceof Place.Unit in ? Optional.of(in.name()) : Optional.empty())
        .putIfPresent(
            "agency",
            person.place() instanceof Place.OfAgency of
                ? Optional.of(of.agency().value())
                : Optional.empty())
        .build();
  }

  /**
   * The active person of {@code json} at {@code revision}.
   *
   * @throws JsonException if it is anything but what {@link #of} writes for some person
   */
  public static Binding read(JsonObject json, long revision) throws JsonException {
    json.requireOnly(MEMBERS);
    try {
      Binding read =
          new Binding(
              new StaffNumber(json.string("number")),
              json.string("displayName"),
              roles(json),
              place(json),
              true,
              revision);
      if (!of(read).equals(json)) {
        throw json.fault("roles", "not in alphabetical order, or one twice");
      }
      return read;
    } catch (IllegalArgumentException e) {
      throw json.fault("number", String.valueOf(e.getMessage()));
    }
  }

  private static Set<Role> roles(JsonObject json) throws JsonException {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String name : json.array("roles").strings()) {
      roles.add(Role.find(name).orElseThrow(() -> json.fault("roles", "no role of the gateway")));
    }
    return roles;
  }

  private static Place place(JsonObject json) throws JsonException {
    Optional<String> unit = json.optionalString("unit");
    Optional<String> agency = json.optionalString("agency");
    if (unit.isPresent() == agency.isPresent()) {
      throw json.fault("unit", "a unit or an agency, and not both");
    }
    return unit.isPresent()
        ? new Place.Unit(unit.get())
        : new Place.OfAgency(new AgencyId(agency.orElseThrow()));
  }
}
