package org.safehand.exchange.work;

/** Does what is waiting, one step at a time. Safe to be called by several threads. */
@FunctionalInterface
public interface Worker {
  /** Does one step. Returns whether there was anything to do. */
  boolean step() throws InterruptedException;
}
