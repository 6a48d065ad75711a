package org.safehand.referral.access;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One line of the authorization table: {@code operation,role,condition,status}. */
record PolicyLine(Operation operation, Role role, Set<Condition> conditions, boolean active) {
  PolicyLine {
    conditions = Set.copyOf(conditions);
    for (Condition condition : conditions) {
      if (active && !operation.seesTo(condition)) {
        throw new IllegalArgumentException(
            "an active line with " + condition.wire() + ", which its act does not see to");
      }
    }
  }

  static PolicyLine parse(String line) {
    String[] cells = line.split(",", -1);
    if (cells.length != 4) {
      throw new IllegalArgumentException("a line has four cells: " + line);
    }
    return new PolicyLine(
        known(cells[0], Operation::find),
        known(cells[1], Role::find),
        Arrays.stream(cells[2].split(" ", -1))
            .map(word -> known(word, Condition::find))
            .collect(Collectors.toUnmodifiableSet()),
        active(cells[3]));
  }

  boolean holds(Actor actor, Target target) {
    return failed(actor, target).isEmpty();
  }

  /** The conditions that do not hold. */
  Set<Condition> failed(Actor actor, Target target) {
    return conditions.stream()
        .filter(condition -> !condition.holds(actor, target))
        .collect(Collectors.toUnmodifiableSet());
  }

  boolean stepUp() {
    return conditions.contains(Condition.STEP_UP);
  }

  /** What the act itself has to see to. */
  Set<Condition> owed() {
    return conditions.stream().filter(Condition::isOwed).collect(Collectors.toUnmodifiableSet());
  }

  private static boolean active(String status) {
    return switch (status) {
      case "active" -> true;
      case "planned" -> false;
      default -> throw new IllegalArgumentException("unknown status: " + status);
    };
  }

  private static <T> T known(String word, Function<String, Optional<T>> find) {
    return find.apply(word)
        .orElseThrow(() -> new IllegalArgumentException("unknown word in the table: " + word));
  }
}
