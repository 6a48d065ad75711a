package org.safehand.systemtests.tamper;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.safehand.systemtests.tamper.attack.Attack;
import org.safehand.systemtests.tamper.observer.Observer;
import org.safehand.systemtests.tamper.observer.Sighting;
import org.safehand.systemtests.tamper.scene.SavedTables;
import org.safehand.systemtests.tamper.scene.Superuser;

/** Attacks one by one, each on the log as it was, and asks who found it. */
final class Campaign {
  private static final int TRIES = 100;

  /** The SQLSTATE class of a table that refuses a row, as it does to a superuser too. */
  private static final String CONSTRAINT = "23";

  private final Superuser superuser;
  private final SavedTables baseline;
  private final List<Observer> always;
  private final Observer last;
  private final Tally tally;
  private final List<String> unnoticed = new ArrayList<>();
  private int made;

  /**
   * @param always who looks after every attack
   * @param last who looks when nobody else has found anything, or if it was asked for
   */
  Campaign(Superuser superuser, SavedTables baseline, List<Observer> always, Observer last) {
    this.superuser = requireNonNull(superuser, "superuser is null");
    this.baseline = requireNonNull(baseline, "baseline is null");
    this.always = List.copyOf(always);
    this.last = requireNonNull(last, "last is null");
    List<String> names = new ArrayList<>(always.stream().map(Observer::name).toList());
    names.add(last.name());
    this.tally = new Tally(names);
  }

  /** Makes an attack somewhere, and undoes it after everybody looked. */
  void run(Attack attack, RandomGenerator random, boolean askAll) throws Exception {
    List<String> sql = strike(attack, random);
    made++;
    try {
      weigh(attack, look(askAll), sql);
    } catch (Exception e) {
      throw new AssertionError(attack.name() + ": " + sql, e);
    }
    baseline.restore();
  }

  private void weigh(Attack attack, Map<String, Sighting> found, List<String> sql) {
    tally.count(attack.name(), found.keySet());
    if (found.isEmpty() || !found.keySet().containsAll(attack.finders())) {
      unnoticed.add(
          "%s: found %s, and must be by %s%n    %s"
              .formatted(attack.name(), found, attack.finders(), String.join("\n    ", sql)));
    }
  }

  /** A change that changes nothing is no attack: another is made. */
  private List<String> strike(Attack attack, RandomGenerator random) throws Exception {
    for (int i = 0; i < TRIES; i++) {
      superuser.takeChanges();
      try {
        attack.strike().at(superuser, random);
      } catch (SQLException e) {
        if (!String.valueOf(e.getSQLState()).startsWith(CONSTRAINT)) {
          throw new AssertionError(attack.name() + ": " + superuser.takeChanges(), e);
        }
        baseline.restore();
      }
      if (!baseline.changed().isEmpty()) {
        return superuser.takeChanges();
      }
    }
    throw new IllegalStateException("no place for: " + attack.name());
  }

  /** Who found what. */
  Map<String, Sighting> look(boolean askAll) throws Exception {
    Map<String, Sighting> found = new LinkedHashMap<>();
    for (Observer observer : always) {
      see(observer, found);
    }
    if (found.isEmpty() || askAll) {
      see(last, found);
    }
    return found;
  }

  private static void see(Observer observer, Map<String, Sighting> found) throws Exception {
    Optional<Sighting> sighting = observer.look();
    sighting.ifPresent(seen -> found.put(observer.name(), seen));
  }

  int made() {
    return made;
  }

  /** Attacks that nobody found, or not everybody who must, with their SQL. */
  List<String> unnoticed() {
    return List.copyOf(unnoticed);
  }

  @Override
  public String toString() {
    return made + " attacks\n" + tally;
  }
}
