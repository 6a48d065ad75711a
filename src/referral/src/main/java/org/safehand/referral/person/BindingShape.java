package org.safehand.referral.person;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.access.Role;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.document.CodeShape;
import org.safehand.referral.document.Faults;
import org.safehand.referral.document.ListShape;
import org.safehand.referral.document.ObjectShape;
import org.safehand.referral.document.TextShape;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.refusal.RefusalCode;

/**
 * What people send to say who somebody should be, every fault with its place. Roles may come in any
 * order, and twice.
 */
public final class BindingShape {
  /** The longest display name in Unicode code points. */
  public static final int MAX_NAME = 128;

  /** A staff number. */
  public static final TextShape STAFF_NUMBER =
      new TextShape(
          64, StaffNumber::isWellFormed, "1 to 64 letters, digits, dots, lines and hyphens");

  private static final CodeShape ROLE =
      new CodeShape(Arrays.stream(Role.values()).map(Role::wire).collect(Collectors.toSet()));

  /** The fields of a person; {@link #check} asks whether they fit one another. */
  public static final ObjectShape SHAPE =
      ObjectShape.empty()
          .must("number", STAFF_NUMBER)
          .must("displayName", TextShape.oneLine(MAX_NAME))
          .must("roles", new ListShape(ROLE, 1, Role.values().length))
          .may("unit", TextShape.oneLine(Place.Unit.MAX))
          .may("agency", TextShape.agency());

  private BindingShape() {}

  /** Adds what contradicts itself in {@code person}, which has {@link #SHAPE} and stands there. */
  public static void check(JsonObject person, String at, Faults faults) throws JsonException {
    Set<Role> roles = roles(person);
    if (!Role.combine(roles)) {
      faults.add(
          at + "/roles",
          RefusalCode.ROLES_EXCLUDE_ONE_ANOTHER,
          "nobody has these roles at the same time");
    }
    if (person.has("unit") == person.has("agency")) {
      faults.add(at, RefusalCode.VALUE_INVALID, "has a unit or an agency, and not both");
    } else if (!Binding.fit(roles, place(person))) {
      faults.add(
          at + "/roles",
          RefusalCode.VALUE_INVALID,
          "liaisons and endpoints' machines belong to an agency, everyone else to a unit");
    }
  }

  /** The active person at {@code revision} that {@code person}, which holds {@link #check}, is. */
  public static Binding binding(JsonObject person, long revision) throws JsonException {
    return new Binding(
        new StaffNumber(person.string("number")),
        person.string("displayName"),
        roles(person),
        place(person),
        true,
        revision);
  }

  private static Set<Role> roles(JsonObject person) throws JsonException {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String name : person.array("roles").strings()) {
      roles.add(Role.find(name).orElseThrow());
    }
    return roles;
  }

  private static Place place(JsonObject person) throws JsonException {
    return person.has("unit")
        ? new Place.Unit(person.string("unit"))
        : new Place.OfAgency(new AgencyId(person.string("agency")));
  }
}
