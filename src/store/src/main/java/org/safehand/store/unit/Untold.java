package org.safehand.store.unit;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What was put in once by the owner ({@link Beginning}) as long as no event tells of it: the one
 * row of a table, and that of {@code …_recorded} beside it. Within a unit of work.
 */
public final class Untold {
  private final EntityWork work;
  private final String table;

  /**
   * @param table with the column content
   */
  public Untold(EntityWork work, String table) {
    this.work = requireNonNull(work, "work is null");
    this.table = requireNonNull(table, "table is null");
  }

  /** Its content; empty if there is none, or if an event tells of it. */
  public Optional<byte[]> content() {
    List<?> found =
        work.entities()
            .createNativeQuery(
                "select content from %1$s where not exists (select from %1$s_recorded)"
                    .formatted(table),
                byte[].class)
            .getResultList();
    return found.stream().findFirst().map(byte[].class::cast);
  }

  /** An event tells of it from now on. */
  public void told() {
    work.entities()
        .createNativeQuery("insert into %s_recorded values (true)".formatted(table))
        .executeUpdate();
  }
}
