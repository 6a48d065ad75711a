package org.safehand.systemtests.tamper.attack;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.safehand.systemtests.tamper.scene.Superuser;

/** The wrapped keys of the cases. A key that is gone makes its case unreadable for ever. */
public final class KeyAttacks {
  private final UUID erased;

  /**
   * @param erased the case whose key may go, as the log says
   */
  public KeyAttacks(UUID erased) {
    this.erased = erased;
  }

  /** All of them; the audit finds each. */
  public List<Attack> all() {
    return Stream.of(
            Edits.bit("key: a bit", Rows.KEY, "wrapped"),
            Edits.swap("keys of two cases", Rows.KEY, "a.purpose = b.purpose", "wrapped"),
            Edits.swap("cases of two keys", Rows.KEY, "a.purpose = b.purpose", "case_id"),
            new Attack("key: destroyed silently", (db, random) -> destroy("", db, random)),
            new Attack(
                "key: custody key alone destroyed silently",
                (db, random) -> destroy(" and purpose = 'custody'", db, random)),
            new Attack(
                "key: tag key alone destroyed silently",
                (db, random) -> destroy(" and purpose = 'tag'", db, random)),
            new Attack("key: put under another case", this::putElsewhere),
            new Attack("key: another version", this::otherVersion))
        .map(attack -> attack.foundBy("audit"))
        .toList();
  }

  private String any(Superuser db, RandomGenerator random) throws SQLException {
    return Rows.KEY.anyWhere("case_id <> '" + erased + "'", db, random);
  }

  private void destroy(String which, Superuser db, RandomGenerator random) throws SQLException {
    String caseId = Rows.KEY.text("case_id", any(db, random), db);
    db.run("delete from case_key where case_id = '" + caseId + "'" + which);
  }

  private void putElsewhere(Superuser db, RandomGenerator random) throws SQLException {
    db.run("update case_key set case_id = gen_random_uuid() where " + any(db, random));
  }

  private void otherVersion(Superuser db, RandomGenerator random) throws SQLException {
    db.run("update case_key set key_version = key_version + 1 where " + any(db, random));
  }
}
