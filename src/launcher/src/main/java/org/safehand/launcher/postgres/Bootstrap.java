package org.safehand.launcher.postgres;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safehand.custody.json.JsonException;
import org.safehand.launcher.fault.LaunchCode;
import org.safehand.launcher.fault.LaunchException;
import org.safehand.launcher.keycloak.Machine;
import org.safehand.launcher.keycloak.Person;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.person.Binding;
import org.safehand.referral.person.Founders;
import org.safehand.referral.person.Place;
import org.safehand.store.person.FirstPeople;

/** Puts the first people into the gateway's own list, as the owner, once. */
public final class Bootstrap {
  private final OwnerConnection owner;

  /**
   * @param url the JDBC address of the gateway's database
   * @param password of the role that becomes its owner
   */
  public Bootstrap(String url, String password) {
    this.owner = new OwnerConnection(url, password);
  }

  /**
   * What an operator runs: the people of {@code file} into the database of {@code SAFEHAND_DB_URL}
   * with the password {@code SAFEHAND_MIGRATE_PASSWORD}.
   *
   * @return how many people there are now
   * @throws LaunchException bootstrap-refused, bootstrap-done or database-not-prepared
   */
  public static int run(Path file, Map<String, String> environment) throws LaunchException {
    Founders founders = read(file);
    Bootstrap bootstrap =
        new Bootstrap(
            required(environment, "SAFEHAND_DB_URL"),
            required(environment, "SAFEHAND_MIGRATE_PASSWORD"));
    if (!bootstrap.once(founders)) {
      throw new LaunchException(
          LaunchCode.BOOTSTRAP_DONE, "there are people already; from now on they are proposed");
    }
    return founders.people().size();
  }

  /** Everyone who can sign in to the development platform, and the machines that use it. */
  public static Founders founders(List<Person> people, List<Machine> machines) {
    List<Binding> bound = new ArrayList<>();
    for (Person person : people) {
      bound.add(
          new Binding(
              new StaffNumber(person.username()),
              person.firstName() + " " + person.lastName(),
              roles(person.roles()),
              place(person.agency(), person.unit()),
              true,
              1));
    }
    for (Machine machine : machines) {
      bound.add(
          new Binding(
              new StaffNumber(machine.username()),
              machine.name(),
              roles(List.of(machine.role())),
              place(machine.agency(), machine.unit()),
              true,
              1));
    }
    return new Founders(bound);
  }

  private static Place place(Optional<String> agency, Optional<String> unit) {
    return agency
        .<Place>map(id -> new Place.OfAgency(new AgencyId(id)))
        .orElse(new Place.Unit(unit.orElse(Place.Unit.ONLY)));
  }

  /**
   * Puts {@code founders} in.
   *
   * @return false if there are people already
   */
  public boolean once(Founders founders) throws LaunchException {
    requireNonNull(founders, "founders is null");
    try {
      return owner.with(connection -> new FirstPeople(connection).put(founders));
    } catch (SQLException e) {
      throw new LaunchException(
          LaunchCode.DATABASE_NOT_PREPARED, "first people: " + e.getMessage(), e);
    }
  }

  private static Set<org.safehand.referral.access.Role> roles(List<String> names) {
    return names.stream()
        .map(
            name ->
                org.safehand.referral.access.Role.find(name)
                    .orElseThrow(() -> new IllegalArgumentException(name)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Founders read(Path file) throws LaunchException {
    try {
      return Founders.parse(Files.readAllBytes(file));
    } catch (IOException | JsonException | IllegalArgumentException e) {
      throw new LaunchException(LaunchCode.BOOTSTRAP_REFUSED, file + ": " + e.getMessage(), e);
    }
  }

  static String required(Map<String, String> environment, String name) throws LaunchException {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new LaunchException(LaunchCode.USAGE, name + " is not set");
    }
    return value;
  }
}
