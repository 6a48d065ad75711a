package org.safehand.store.unit;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.EntityManager;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;

/** Transactions of the server (Jakarta Transactions 2.0, {@code UserTransaction}). */
public final class ServerDemarcation implements Demarcation {
  private final UserTransaction transaction;

  public ServerDemarcation(UserTransaction transaction) {
    this.transaction = requireNonNull(transaction, "transaction is null");
  }

  @Override
  public void begin(EntityManager entities) throws NotSupportedException, SystemException {
    transaction.begin();
    entities.joinTransaction();
  }

  @Override
  public void commit(EntityManager entities) throws Exception {
    transaction.commit();
  }

  @Override
  public void rollback(EntityManager entities) throws SystemException {
    if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
      transaction.rollback();
    }
  }
}
