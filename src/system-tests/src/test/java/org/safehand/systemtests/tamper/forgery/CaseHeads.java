package org.safehand.systemtests.tamper.forgery;

import java.sql.SQLException;
import org.safehand.systemtests.tamper.scene.Superuser;

/** The heads of all cases, made to fit whatever events there are. */
public final class CaseHeads {
  private CaseHeads() {}

  /** Makes them fit. */
  public static void fit(Superuser database) throws SQLException {
    database.run(
        "delete from custody_case c where not exists"
            + " (select from custody_event e where e.case_id = c.case_id)");
    database.run(
        "insert into custody_case (case_id, next_sequence)"
            + " select distinct case_id, 0 from custody_event e where not exists"
            + " (select from custody_case c where e.case_id = c.case_id)");
    database.run(
        "update custody_case c set next_sequence = e.case_sequence + 1, head_leaf = e.leaf_hash"
            + " from custody_event e where e.case_id = c.case_id and e.case_sequence ="
            + " (select max(case_sequence) from custody_event l where l.case_id = c.case_id)"
            + " and (c.next_sequence, c.head_leaf) is distinct from"
            + " (e.case_sequence + 1, e.leaf_hash)");
  }
}
