package org.safehand.referral.port;

import java.util.function.Supplier;
import org.safehand.referral.view.View;

/**
 * One transaction: everything that the ports are asked to write within {@code work} is committed
 * together, or not at all.
 *
 * <p>It rolls back when {@code work} throws, and throws the same. A result, also a refusal,
 * commits; work that refuses has written nothing. Units of work are not nested.
 */
public interface UnitOfWork {
  /**
   * Does {@code work} in a transaction of its own and gives its result after the commit. Of cases
   * it sees what is in {@code view}.
   */
  <T> T run(View view, Supplier<T> work);

  /** Does {@code work} for the node itself, which sees everything. Nothing of an actor's. */
  default <T> T run(Supplier<T> work) {
    return run(new View.Everything(), work);
  }
}
