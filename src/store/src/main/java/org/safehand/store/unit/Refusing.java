package org.safehand.store.unit;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;

/** Why the database did not do a unit of work: others were in its way, or something is wrong. */
final class Refusing {
  /** The role's lock_timeout ran out; two units waited for one another (PostgreSQL, appendix A). */
  private static final Set<String> IN_THE_WAY = Set.of("55P03", "40P01");

  private Refusing() {}

  static StoreException because(Exception cause, String detail) {
    return new StoreException(
        isInTheWay(cause) ? StoreCode.DATABASE_BUSY : StoreCode.DATABASE_UNAVAILABLE,
        detail,
        cause);
  }

  private static boolean isInTheWay(Exception thrown) {
    for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException said && IN_THE_WAY.contains(said.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
