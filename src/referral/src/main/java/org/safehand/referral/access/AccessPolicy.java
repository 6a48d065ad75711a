package org.safehand.referral.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may do what: the authorization table, evaluated inside each use case.
 *
 * <p>Something is allowed when an active line for the operation and one of the actor's roles exists
 * and all its conditions hold. Everything else is denied: a planned line, a role without a line, an
 * actor whose roles exclude each other.
 */
public final class AccessPolicy {
  /** What the policy says. */
  public sealed interface Decision {}

  /**
   * Yes.
   *
   * @param role under which
   * @param owed what the act itself has to see to
   */
  public record Allowed(Role role, Set<Condition> owed) implements Decision {
    /** Copies the set. */
    public Allowed {
      requireNonNull(role, "role is null");
      owed = Set.copyOf(owed);
    }
  }

  /**
   * No.
   *
   * @param failed of each line for the actor's roles, the conditions that did not hold
   */
  public record Denied(Set<Set<Condition>> failed) implements Decision {
    /** Copies the sets. */
    public Denied {
      failed = failed.stream().map(Set::copyOf).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether {@code condition} failed in any line. */
    public boolean isFor(Condition condition) {
      return failed.stream().anyMatch(line -> line.contains(condition));
    }

    /** Whether there is a line that would have allowed it, but for some of {@code conditions}. */
    public boolean isOnlyFor(Set<Condition> conditions) {
      return failed.stream().anyMatch(conditions::containsAll);
    }
  }

  private static final String HEADER = "operation,role,condition,status";

  private final List<PolicyLine> lines;

  private AccessPolicy(List<PolicyLine> lines) {
    this.lines = List.copyOf(lines);
    for (Operation operation : Operation.values()) {
      for (Role role : Role.values()) {
        if (lines(operation, role).isEmpty()) {
          throw new IllegalArgumentException(
              "no line for " + operation.wire() + " and " + role.wire());
        }
      }
    }
  }

  /**
   * The policy of the table {@code csv}.
   *
   * @throws IllegalArgumentException if a word in it is unknown, or a cell of operation and role is
   *     missing
   */
  public static AccessPolicy parse(String csv) {
    List<String> rows = csv.lines().toList();
    if (rows.isEmpty() || !rows.get(0).equals(HEADER)) {
      throw new IllegalArgumentException("the table begins with " + HEADER);
    }
    return new AccessPolicy(rows.stream().skip(1).map(PolicyLine::parse).toList());
  }

  /** The policy that is packaged with this module, {@code config/policy/authorization.csv}. */
  public static AccessPolicy packaged() {
    try (InputStream in = AccessPolicy.class.getResourceAsStream("authorization.csv")) {
      if (in == null) {
        throw new IllegalStateException("the authorization table is not packaged");
      }
      return parse(new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the authorization table cannot be read", e);
    }
  }

  /** Whether {@code actor} may do {@code operation} to {@code target}. */
  public Decision decide(Actor actor, Operation operation, Target target) {
    if (!Role.combine(actor.roles())) {
      return new Denied(Set.of(Set.of(Condition.NEVER)));
    }
    List<PolicyLine> candidates = lines(actor, operation);
    Optional<PolicyLine> allowing =
        candidates.stream()
            .filter(line -> line.holds(actor, target))
            .min(Comparator.comparing(PolicyLine::stepUp));
    if (allowing.isPresent()) {
      return new Allowed(allowing.get().role(), allowing.get().owed());
    }
    return new Denied(
        candidates.stream().map(line -> line.failed(actor, target)).collect(Collectors.toSet()));
  }

  /** Which referrals {@code actor} may see in lists; empty: none. */
  public Optional<Scope> scope(Actor actor) {
    return Role.combine(actor.roles())
        ? lines(actor, Operation.SEARCH).stream()
            .flatMap(line -> scope(actor, line).stream())
            .findFirst()
        : Optional.empty();
  }

  private static Optional<Scope> scope(Actor actor, PolicyLine line) {
    if (line.conditions().equals(Set.of(Condition.UNIT))) {
      return Optional.of(new Scope.Unit(actor.organisation()));
    }
    if (line.conditions().equals(Set.of(Condition.AGENCY))) {
      return actor.agency().map(Scope.OfAgency::new);
    }
    if (line.conditions().equals(Set.of(Condition.ALWAYS))) {
      return Optional.of(new Scope.All());
    }
    return Optional.empty();
  }

  private List<PolicyLine> lines(Actor actor, Operation operation) {
    return lines.stream()
        .filter(line -> line.active() && line.operation() == operation && actor.is(line.role()))
        .toList();
  }

  private List<PolicyLine> lines(Operation operation, Role role) {
    return lines.stream()
        .filter(line -> line.operation() == operation && line.role() == role)
        .toList();
  }
}
