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
 * @param unit the organisation unit of staff
 * @param securityKey whether the second factor is to be a security key, not an authenticator app
 */
public record Person(
    String username,
    String firstName,
    String lastName,
    List<String> roles,
    Optional<String> agency,
    Optional<String> unit,
    boolean securityKey) {
  private static final String SECURITY_KEY = "security-key";

  public Person {
    requireNonNull(username, "username is null");
    requireNonNull(firstName, "firstName is null");
    requireNonNull(lastName, "lastName is null");
    roles = List.copyOf(roles);
    requireNonNull(agency, "agency is null");
    requireNonNull(unit, "unit is null");
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
                person.optionalString("agency"),
                person.optionalString("unit"),
                securityKey(person)));
      }
      return List.copyOf(people);
    } catch (JsonException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private static boolean securityKey(JsonObject person) throws JsonException {
    Optional<String> factor = person.optionalString("secondFactor");
    if (factor.isPresent() && !factor.get().equals(SECURITY_KEY)) {
      throw person.fault("secondFactor", "neither absent nor " + SECURITY_KEY);
    }
    return factor.isPresent();
  }

  /** The name under which the one-time password is kept. */
  public String secretName() {
    return "one-time-" + username;
  }

  /** The name under which the password is kept that was set at the first sign-in. */
  public String chosenSecretName() {
    return "chosen-" + username;
  }

  /** The name under which the secret of the person's authenticator app is kept. */
  public String authenticatorName() {
    return "authenticator-" + username;
  }

  private List<String> groups() {
    List<String> groups = new ArrayList<>();
    agency.ifPresent(id -> groups.add("/agencies/" + id));
    unit.ifPresent(name -> groups.add("/units/" + name));
    if (securityKey) {
      groups.add("/security-keys");
    }
    return groups;
  }

  private List<String> granted() {
    List<String> granted = new ArrayList<>(roles);
    granted.add("default-roles-safehand");
    return granted;
  }

  /**
   * The user as the realm import wants it: the password must be changed at the first sign-in. There
   * is no second factor yet, which makes the sign-in flow ask for one to be set up.
   */
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
        .put("groups", JsonArray.ofStrings(groups()))
        .build();
  }
}
