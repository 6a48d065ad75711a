package org.safehand.store.unit;

import jakarta.persistence.EntityManager;

/** Transactions of the entity manager itself, for programs that run outside the server. */
public final class OwnDemarcation implements Demarcation {
  @Override
  public void begin(EntityManager entities) {
    entities.getTransaction().begin();
  }

  @Override
  public void commit(EntityManager entities) {
    entities.getTransaction().commit();
  }

  @Override
  public void rollback(EntityManager entities) {
    if (entities.getTransaction().isActive()) {
      entities.getTransaction().rollback();
    }
  }
}
