package org.safehand.systemtests.tamper.attack;

import static java.util.Objects.requireNonNull;

import java.util.random.RandomGenerator;
import org.safehand.systemtests.tamper.scene.Superuser;

/**
 * A class of attacks.
 *
 * @param name what is done, a few words
 * @param strike does it once, at a random place
 */
public record Attack(String name, Strike strike) {
  public Attack {
    requireNonNull(name, "name is null");
    requireNonNull(strike, "strike is null");
  }

  /** Changes the database. */
  @FunctionalInterface
  public interface Strike {
    /** Chooses a place and changes it; a place where there is nothing to change may be left. */
    void at(Superuser database, RandomGenerator random) throws Exception;
  }
}
