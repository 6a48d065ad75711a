package org.safehand.web.rest;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.person.Bindings;
import org.safehand.referral.refusal.Outcome;
import org.safehand.web.problem.ProblemException;
import org.safehand.web.problem.RefusalStatus;
import org.safehand.web.signin.CurrentActor;

/** From a request to a use case and back: who asks, what is malformed, what is refused. */
public final class Asking {
  private final CurrentActor current;
  private final Attempts attempts;
  private final Bindings bindings;

  public Asking(CurrentActor current, Attempts attempts, Bindings bindings) {
    this.current = requireNonNull(current, "current is null");
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.bindings = requireNonNull(bindings, "bindings is null");
  }

  /** Reads a command out of a request. */
  @FunctionalInterface
  public interface Reading<T> {
    T read() throws IOException;
  }

  /**
   * Who asks, with the roles that the gateway's own list grants as well, so that no event says
   * more; whoever it grants nothing keeps what they claim, and each use case refuses them. A use
   * case asks the list again, in its own unit of work.
   */
  public Actor actor() {
    Actor signedIn = current.get();
    return granted(signedIn).orElse(signedIn);
  }

  /** Who asks, if the gateway's own list grants them anything. */
  public Optional<Actor> granted() {
    return granted(current.get());
  }

  private Optional<Actor> granted(Actor signedIn) {
    return bindings.find(signedIn.number()).flatMap(binding -> binding.grants(signedIn));
  }

  /**
   * The command that {@code reading} gives. A request that cannot be understood is a denied attempt
   * like any other, so it becomes a custody event, with the code that is answered.
   */
  public <T> T understand(Operation operation, Reading<T> reading) throws IOException {
    return understand(() -> operation, reading);
  }

  /** As above; {@code operation} is asked only for what cannot be understood. */
  public <T> T understand(Supplier<Operation> operation, Reading<T> reading) throws IOException {
    Actor signedIn = current.get();
    try {
      return reading.read();
    } catch (ProblemException malformed) {
      Actor actor = granted(signedIn).orElse(signedIn);
      attempts.recordDenied(actor, operation.get(), malformed.problem().code());
      throw malformed;
    }
  }

  /**
   * What was done.
   *
   * @throws ProblemException with the code of the refusal
   */
  public static <T> T done(Outcome<T> outcome) {
    return outcome.fold(
        value -> value,
        refusal -> {
          throw new ProblemException(RefusalStatus.problem(refusal));
        });
  }
}
