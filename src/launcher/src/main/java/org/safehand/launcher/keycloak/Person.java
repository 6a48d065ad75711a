package org.safehand.launcher.keycloak;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;

/**
 * Somebody who can sign in to the development platform.
 *
 * @param username the name typed at sign-in
 * @param firstName given name
 * @param lastName family name
 * @param roles the realm roles
 * @param agency the agency of a liaison
 */
public record Person(
    String username,
    String firstName,
    String lastName,
    List<String> roles,
    Optional<String> agency) {
  public Person {
    requireNonNull(username, "username is null");
    requireNonNull(firstName, "firstName is null");
    requireNonNull(lastName, "lastName is null");
    roles = List.copyOf(roles);
    requireNonNull(agency, "agency is null");
  }

  /** Reads {@code config/keycloak/people.json}. */
  public static List<Person> read(Path file) throws IOException {
    try {
      if (!(Jcs.readAnyLayout(Files.readAllBytes(file)) instanceof JsonArray array)) {
        throw new IOException(file + " is not an array");
      }
      List<Person> people = new ArrayList<>();
      for (JsonObject person : array.objects()) {
        people.add(
            new Person(
                person.string("username"),
                person.string("firstName"),
                person.string("lastName"),
                person.array("roles").strings(),
                person.optionalString("agency")));
      }
      return List.copyOf(people);
    } catch (JsonException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /** The name under which the one-time password is kept. */
  public String secretName() {
    return "one-time-" + username;
  }

  /** The name under which the password is kept that was set at the first sign-in. */
  public String chosenSecretName() {
    return "chosen-" + username;
  }

  private List<String> granted() {
    List<String> granted = new ArrayList<>(roles);
    granted.add("default-roles-safehand");
    return granted;
  }

  /** The user as the realm import wants it: the password must be changed at the first sign-in. */
  JsonObject toImport(String oneTimePassword) {
    JsonObject credential =
        JsonObject.builder()
            .put("type", "password")
            .put("value", oneTimePassword)
            .put("temporary", true)
            .build();
    return JsonObject.builder()
        .put("username", username)
        .put("enabled", true)
        .put("email", username + "@example.org")
        .put("emailVerified", true)
        .put("firstName", firstName)
        .put("lastName", lastName)
        .put("requiredActions", JsonArray.ofStrings(List.of("UPDATE_PASSWORD")))
        .put("credentials", JsonArray.of(List.of(credential)))
        .put("realmRoles", JsonArray.ofStrings(granted()))
        .put(
            "groups",
            JsonArray.ofStrings(agency.map(id -> List.of("/agencies/" + id)).orElse(List.of())))
        .build();
  }
}
