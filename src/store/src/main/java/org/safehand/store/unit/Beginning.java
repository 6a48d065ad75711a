package org.safehand.store.unit;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a gateway begins with: it is put into empty tables by their owner, all of it or nothing, and
 * once for ever.
 */
public final class Beginning {
  /** Writes it, within the transaction that is open. */
  @FunctionalInterface
  public interface Insertion {
    void insert() throws SQLException;
  }

  private final Connection owner;
  private final List<String> tables;

  /**
   * @param owner a connection of the owner, without a transaction; the caller closes it
   * @param tables which must all be empty, and one of which keeps that this was done
   */
  public Beginning(Connection owner, String... tables) {
    this.owner = requireNonNull(owner, "owner is null");
    this.tables = List.of(tables);
  }

  /**
   * Does {@code insertion}, alone with the tables.
   *
   * @return false if there was anything in them; nothing is changed then
   */
  public boolean put(Insertion insertion) throws SQLException {
    owner.setAutoCommit(false);
    boolean done = false;
    try {
      try (Statement lock = owner.createStatement()) {
        lock.execute("lock table " + String.join(", ", tables) + " in exclusive mode");
      }
      if (!isAnythingThere()) {
        insertion.insert();
        done = true;
      }
      return done;
    } finally {
      if (done) {
        owner.commit();
      } else {
        owner.rollback();
      }
      owner.setAutoCommit(true);
    }
  }

  private boolean isAnythingThere() throws SQLException {
    String any =
        tables.stream()
            .map("exists (select from %s)"::formatted)
            .collect(Collectors.joining(" or "));
    try (Statement query = owner.createStatement();
        var rows = query.executeQuery("select " + any)) {
      return !rows.next() || rows.getBoolean(1);
    }
  }
}
