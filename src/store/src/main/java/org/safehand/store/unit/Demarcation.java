package org.safehand.store.unit;

import jakarta.persistence.EntityManager;

/** Begins and ends the transaction that an entity manager takes part in. */
public interface Demarcation {
  /** Begins a transaction on this thread and joins {@code entities} to it. */
  void begin(EntityManager entities) throws Exception;

  /** Commits it; when this throws, nothing was kept or the outcome is the database's to tell. */
  void commit(EntityManager entities) throws Exception;

  /** Rolls it back when there is still one. */
  void rollback(EntityManager entities) throws Exception;
}
