package org.safehand.store.unit;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.safehand.referral.view.View;

/**
 * Runs work in one transaction with one entity manager a thread.
 *
 * <p>Work inside work joins it. Anything thrown, also by inner work that outer work then swallows,
 * rolls all of it back: there is no half of a unit of work. Of the rows of cases the outermost
 * work's view is seen, also by what joins it.
 */
public final class EntityWork {
  private final EntityManagerFactory factory;
  private final Demarcation demarcation;
  private final EnterView views;
  private final View alone;

  @SuppressWarnings("ThreadLocalUsage") // one for each database, as long as the database is used
  private final ThreadLocal<@Nullable Frame> current = new ThreadLocal<>();

  /**
   * @param handle with which views are entered
   * @param alone the view of work for which none is named
   */
  public EntityWork(
      EntityManagerFactory factory, Demarcation demarcation, ViewHandle handle, View alone) {
    this.factory = requireNonNull(factory, "factory is null");
    this.demarcation = requireNonNull(demarcation, "demarcation is null");
    this.views = new EnterView(handle);
    this.alone = requireNonNull(alone, "alone is null");
  }

  /** Runs {@code work} in the running transaction, or in a new one that commits at its end. */
  public <T> T execute(Supplier<T> work) {
    return execute(alone, work);
  }

  /** The same; a new transaction begins by entering {@code view}. */
  public <T> T execute(View view, Supplier<T> work) {
    requireNonNull(view, "view is null");
    requireNonNull(work, "work is null");
    Frame running = current.get();
    return running == null ? outermost(view, work) : joined(running, work);
  }

  /**
   * Enters {@code view} in the running transaction, which began in {@link View.Nothing} because
   * something had to be said before its first query.
   */
  public void enter(View view) {
    views.enter(entities(), view);
  }

  /** Whether work is running on this thread. */
  boolean isRunning() {
    return current.get() != null;
  }

  /** Runs a query; in the running transaction, or in one of its own. */
  public <T> T read(Function<EntityManager, T> query) {
    return execute(() -> query.apply(entities()));
  }

  /**
   * The entity manager of the running unit of work.
   *
   * @throws IllegalStateException when there is none: every change belongs to a unit of work
   */
  public EntityManager entities() {
    Frame running = current.get();
    if (running == null) {
      throw new IllegalStateException("no unit of work is running on this thread");
    }
    return running.entities;
  }

  private <T> T joined(Frame running, Supplier<T> work) {
    boolean completed = false;
    try {
      T result = work.get();
      completed = true;
      return result;
    } finally {
      running.broken |= !completed;
    }
  }

  private <T> T outermost(View view, Supplier<T> work) {
    try (EntityManager entities = factory.createEntityManager()) {
      Frame frame = new Frame(entities);
      demarcate(demarcation::begin, entities);
      current.set(frame);
      try {
        views.enter(entities, view);
        T result = joined(frame, work);
        if (frame.broken) {
          throw new IllegalStateException("inner work failed and outer work went on");
        }
        demarcate(demarcation::commit, entities);
        return result;
      } catch (PersistenceException e) {
        rollBack(entities, e);
        throw Refusing.because(e, "the database refused");
      } catch (RuntimeException | Error e) {
        rollBack(entities, e);
        throw e;
      } finally {
        current.remove();
      }
    }
  }

  private void rollBack(EntityManager entities, Throwable cause) {
    try {
      demarcation.rollback(entities);
    } catch (Exception e) {
      cause.addSuppressed(e);
    }
  }

  private static void demarcate(Step step, EntityManager entities) {
    try {
      step.on(entities);
    } catch (Exception e) {
      throw Refusing.because(e, "the transaction could not begin or commit");
    }
  }

  /** Begin or commit. */
  private interface Step {
    void on(EntityManager entities) throws Exception;
  }

  /** The unit of work that runs on a thread. */
  private static final class Frame {
    private final EntityManager entities;
    private boolean broken;

    Frame(EntityManager entities) {
      this.entities = entities;
    }
  }
}
