package org.safehand.referral.person;

import java.util.ArrayList;
import java.util.List;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.access.Role;

/**
 * The people whom a one-time command puts in before anybody can propose or approve: at least two
 * administrators, without whom nobody could ever be added, and two release supervisors.
 *
 * @param people all at revision 1, no number twice
 */
public record Founders(List<Binding> people) {
  /** How many there must be of a role that works in pairs. */
  public static final int PAIR = 2;

  /** Copies the list; refuses too few of a role, or one number twice. */
  public Founders {
    people = List.copyOf(people);
    if (people.stream().map(Binding::number).distinct().count() != people.size()) {
      throw new IllegalArgumentException("a staff number stands there twice");
    }
    require(people, Role.ADMINISTRATOR);
    require(people, Role.RELEASE_SUPERVISOR);
    if (people.stream().anyMatch(person -> person.revision() != 1 || !person.active())) {
      throw new IllegalArgumentException("nobody has been changed yet");
    }
  }

  /**
   * The people of a JSON array, each as {@link BindingJson} says, in any layout.
   *
   * @throws JsonException if it is something else
   * @throws IllegalArgumentException if they are too few, or one stands there twice
   */
  public static Founders parse(byte[] bytes) throws JsonException {
    if (!(Jcs.readAnyLayout(bytes) instanceof JsonArray array)) {
      throw new JsonException("", "expected array");
    }
    List<Binding> people = new ArrayList<>();
    for (JsonObject person : array.objects()) {
      people.add(BindingJson.read(person, 1));
    }
    return new Founders(people);
  }

  /** The one spelling of these people, of which events name the digest. */
  public byte[] canonical() {
    return Jcs.write(JsonArray.of(people.stream().map(BindingJson::of).toList()));
  }

  /** SHA-256 of {@link #canonical}. */
  public Digest digest() {
    return Digest.of(canonical());
  }

  private static void require(List<Binding> people, Role role) {
    if (people.stream().filter(person -> person.roles().contains(role)).count() < PAIR) {
      throw new IllegalArgumentException("needs two with the role " + role.wire());
    }
  }
}
