package org.safehand.systemtests.tamper.attack;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.safehand.custody.chain.TagKey;
import org.safehand.systemtests.tamper.forgery.StolenKeys;
import org.safehand.systemtests.tamper.scene.Superuser;

/** The wrapped keys of the cases. A key that is gone makes its case unreadable for ever. */
public final class KeyAttacks {
  private static final String NEWEST_TAG =
      "purpose = 'tag' and first_sequence > 0 and not exists (select from custody_event e"
          + " where e.case_id = case_key.case_id and e.case_sequence >= first_sequence)";

  private final UUID erased;
  private final StolenKeys keys;

  /**
   * @param erased the case whose key may go, as the log says
   */
  public KeyAttacks(UUID erased, StolenKeys keys) {
    this.erased = erased;
    this.keys = requireNonNull(keys, "keys is null");
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
            new Attack("key: of a period without events destroyed", this::destroyNext),
            new Attack(
                "key: of a period without events replaced, custody key stolen", this::replaceNext),
            new Attack("key: purpose or version taken away", this::takeName),
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

  private void takeName(Superuser db, RandomGenerator random) throws SQLException {
    String column = random.nextBoolean() ? "purpose" : "key_version";
    db.run("update case_key set " + column + " = null where " + any(db, random));
  }

  private void destroyNext(Superuser db, RandomGenerator random) throws SQLException {
    db.run("delete from case_key where " + Rows.KEY.anyWhere(NEWEST_TAG, db, random));
  }

  private void replaceNext(Superuser db, RandomGenerator random) throws Exception {
    String where = Rows.KEY.anyWhere(NEWEST_TAG, db, random);
    UUID caseId = UUID.fromString(Rows.KEY.text("case_id", where, db));
    keys.replaceTagKey(caseId, TagKey.random(new SecureRandom()), db);
  }

  private void putElsewhere(Superuser db, RandomGenerator random) throws SQLException {
    db.run("update case_key set case_id = gen_random_uuid() where " + any(db, random));
  }

  private void otherVersion(Superuser db, RandomGenerator random) throws SQLException {
    db.run("update case_key set key_version = key_version + 1 where " + any(db, random));
  }
}
