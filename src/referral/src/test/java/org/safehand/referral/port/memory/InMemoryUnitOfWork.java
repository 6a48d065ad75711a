package org.safehand.referral.port.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.safehand.referral.port.UnitOfWork;
import org.safehand.referral.view.View;

/**
 * One unit of work at a time; what its parts held before comes back when it throws. It hides
 * nothing: with it the kernel's own rules must hold without the wall behind them.
 */
public final class InMemoryUnitOfWork implements UnitOfWork {
  /** Something whose content can be put back. */
  interface Part {
    /** What puts back the present content. */
    Runnable keep();
  }

  private final ReentrantLock lock = new ReentrantLock(true);
  private final List<Part> parts = new ArrayList<>();
  private volatile boolean failing;

  /** The next unit of work does everything and then fails. */
  public void failAtTheNextCommit() {
    failing = true;
  }

  void add(Part part) {
    parts.add(part);
  }

  /** Fails unless the caller is within a unit of work. */
  void require() {
    if (!lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("not within a unit of work");
    }
  }

  @Override
  public <T> T run(View view, Supplier<T> work) {
    if (lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("units of work are not nested");
    }
    lock.lock();
    try {
      List<Runnable> before = parts.stream().map(Part::keep).toList();
      boolean done = false;
      try {
        T result = work.get();
        if (failing) {
          failing = false;
          throw new IllegalStateException("planted: the commit failed");
        }
        done = true;
        return result;
      } finally {
        if (!done) {
          before.forEach(Runnable::run);
        }
      }
    } finally {
      lock.unlock();
    }
  }
}
