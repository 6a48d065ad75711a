package org.safehand.referral.log;

/** Tells how far the custody log has come. A port. */
@FunctionalInterface
public interface LogStanding {
  /** How far it is now, by the database's clock. Cheap: it is asked before anything leaves. */
  LogState now();
}
