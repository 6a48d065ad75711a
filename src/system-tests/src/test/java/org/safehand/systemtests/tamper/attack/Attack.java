package org.safehand.systemtests.tamper.attack;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import java.util.random.RandomGenerator;
import org.safehand.systemtests.tamper.scene.Superuser;

/**
 * A class of attacks.
 *
 * @param name what is done, a few words
 * @param finders names of observers each of whom must find it; at least one finds it in any case
 * @param strike does it once, at a random place
 */
public record Attack(String name, Set<String> finders, Strike strike) {
  public Attack {
    requireNonNull(name, "name is null");
    finders = Set.copyOf(finders);
    requireNonNull(strike, "strike is null");
  }

  Attack(String name, Strike strike) {
    this(name, Set.of(), strike);
  }

  /** The same, which each of {@code observers} must find. */
  Attack foundBy(String... observers) {
    return new Attack(name, Set.of(observers), strike);
  }

  /** Changes the database. */
  @FunctionalInterface
  public interface Strike {
    /** Chooses a place and changes it; a place where there is nothing to change may be left. */
    void at(Superuser database, RandomGenerator random) throws Exception;
  }
}
