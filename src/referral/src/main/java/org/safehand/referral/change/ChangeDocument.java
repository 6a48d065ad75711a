package org.safehand.referral.change;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.custody.json.JsonString;
import org.safehand.referral.access.Role;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.document.CodeShape;
import org.safehand.referral.document.Faults;
import org.safehand.referral.document.ListShape;
import org.safehand.referral.document.NumberShape;
import org.safehand.referral.document.ObjectShape;
import org.safehand.referral.document.TextShape;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.person.Binding;
import org.safehand.referral.person.Place;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;

/**
 * The JSON document of a change: what the API takes and what is stored and read are this one form.
 * Roles may come in any order; they are kept in alphabetical order, each once.
 */
public final class ChangeDocument {
  /** The longest display name in Unicode code points. */
  public static final int MAX_NAME = 128;

  private static final Pattern ONE_LINE = Pattern.compile("[^\\n\\t]*");
  private static final TextShape STAFF_NUMBER =
      new TextShape(
          64, StaffNumber::isWellFormed, "1 to 64 letters, digits, dots, lines and hyphens");
  private static final CodeShape ROLE =
      new CodeShape(Arrays.stream(Role.values()).map(Role::wire).collect(Collectors.toSet()));
  private static final ObjectShape PERSON =
      ObjectShape.empty()
          .must("number", STAFF_NUMBER)
          .must("displayName", new TextShape(MAX_NAME, matching(ONE_LINE), "one line"))
          .must("roles", new ListShape(ROLE, 1, Role.values().length))
          .may("unit", new TextShape(Place.Unit.MAX, matching(ONE_LINE), "one line"))
          .may("agency", new TextShape(16, AgencyId::isWellFormed, "named like AG-N-001"));
  private static final NumberShape REVISION = new NumberShape(1, (1L << 53) - 2);
  private static final ObjectShape KIND =
      ObjectShape.empty()
          .must(
              "kind",
              new CodeShape(Set.of(BindPerson.CREATE, BindPerson.CHANGE, UnbindPerson.KIND)));

  private ChangeDocument() {}

  private static Predicate<String> matching(Pattern pattern) {
    return pattern.asMatchPredicate();
  }

  /** The change that {@code document} says, or a refusal that points at every field at fault. */
  public static Outcome<Change> read(JsonObject document) {
    Faults faults = new Faults();
    try {
      Optional<ObjectShape> shape = shape(document);
      if (shape.isPresent()) {
        shape.get().check(document, "", faults);
      } else {
        KIND.check(kindAlone(document), "", faults);
      }
      if (shape.isPresent() && faults.found().isEmpty() && document.has("person")) {
        checkPerson(document.object("person"), faults);
      }
      return faults.found().isEmpty()
          ? Outcome.done(change(document))
          : Outcome.refused(Refusal.of(faults.found()));
    } catch (JsonException e) {
      throw new IllegalStateException("the shape let through what the reader does not know", e);
    }
  }

  /** Of a document of no known kind, nothing else can be said to be wrong. */
  private static JsonObject kindAlone(JsonObject document) {
    JsonObjectBuilder alone = JsonObject.builder();
    document.find("kind").ifPresent(kind -> alone.put("kind", kind));
    return alone.build();
  }

  private static Optional<ObjectShape> shape(JsonObject document) {
    String kind =
        document.find("kind").orElse(new JsonString("")) instanceof JsonString text
            ? text.value()
            : "";
    return switch (kind) {
      case BindPerson.CREATE -> Optional.of(KIND.must("person", PERSON));
      case BindPerson.CHANGE -> Optional.of(KIND.must("person", PERSON).must("revision", REVISION));
      case UnbindPerson.KIND ->
          Optional.of(KIND.must("number", STAFF_NUMBER).must("revision", REVISION));
      default -> Optional.empty();
    };
  }

  private static void checkPerson(JsonObject person, Faults faults) throws JsonException {
    Set<Role> roles = roles(person);
    if (!Role.combine(roles)) {
      faults.add(
          "/person/roles",
          RefusalCode.ROLES_EXCLUDE_ONE_ANOTHER,
          "nobody has these roles at the same time");
    }
    if (person.has("unit") == person.has("agency")) {
      faults.add("/person", RefusalCode.VALUE_INVALID, "has a unit or an agency, and not both");
    } else if (!Binding.fit(roles, place(person))) {
      faults.add(
          "/person/roles",
          RefusalCode.VALUE_INVALID,
          "liaisons and endpoints' machines belong to an agency, everyone else to a unit");
    }
  }

  private static Change change(JsonObject document) throws JsonException {
    if (document.string("kind").equals(UnbindPerson.KIND)) {
      return new UnbindPerson(
          new StaffNumber(document.string("number")), document.integer("revision"));
    }
    JsonObject person = document.object("person");
    long read = document.has("revision") ? document.integer("revision") : 0;
    return new BindPerson(
        new Binding(
            new StaffNumber(person.string("number")),
            person.string("displayName"),
            roles(person),
            place(person),
            true,
            read + 1));
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
