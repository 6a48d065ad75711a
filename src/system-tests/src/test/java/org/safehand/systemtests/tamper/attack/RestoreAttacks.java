package org.safehand.systemtests.tamper.attack;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.note.RestoreStatement;
import org.safehand.custody.restore.LossDigest;
import org.safehand.systemtests.tamper.forgery.CaseHeads;
import org.safehand.systemtests.tamper.scene.LogSecrets;
import org.safehand.systemtests.tamper.scene.Superuser;

/** Events that are deleted and called lost in a restore, without the log's key. */
public final class RestoreAttacks {
  private static final LogSecrets STRANGER = LogSecrets.generate();

  private RestoreAttacks() {}

  /** All of them; the audit finds each. */
  public static List<Attack> all() {
    return Stream.of(
            new Attack(
                "event deleted and called lost, without a restore",
                (db, random) -> callLost(db, random)),
            new Attack(
                "event deleted and called lost in a restore",
                (db, random) -> forge(callLost(db, random), db)),
            new Attack("event deleted and called lost, signed by a stranger", RestoreAttacks::sign),
            new Attack("restore that lost nothing put in", RestoreAttacks::putIn))
        .map(attack -> attack.foundBy("audit"))
        .toList();
  }

  /** The index of the event. */
  private static long callLost(Superuser db, RandomGenerator random) throws SQLException {
    String where = Rows.SEQUENCED.any(db, random);
    long index = Long.parseLong(Rows.SEQUENCED.text("log_index", where, db));
    db.run(
        "insert into log_lost (log_index, leaf, leaf_hash, tag, noticed_at) select log_index, leaf,"
            + " leaf_hash, decode(convert_from(leaf, 'UTF8')::json ->> 'tag', 'base64'), now()"
            + " from custody_event where "
            + where);
    db.run("delete from custody_event where " + where);
    CaseHeads.fit(db);
    return index;
  }

  private static void forge(long index, Superuser db) throws SQLException {
    db.run(
        "insert into log_restore (first_index, lost, size, root, restored_at)"
            + " select ?, 1, h.size, h.root, now() from log_head h",
        index);
  }

  /** The statement is perfect, under a key of the log's name. */
  private static void sign(Superuser db, RandomGenerator random) throws Exception {
    long index = callLost(db, random);
    forge(index, db);
    LossDigest loss = new LossDigest();
    loss.add(
        index, db.one(row -> Digest.ofBytes(row.getBytes(1)), "select leaf_hash from log_lost"));
    write(index, loss, db);
  }

  private static void putIn(Superuser db, RandomGenerator random) throws Exception {
    long index =
        Long.parseLong(Rows.SEQUENCED.text("log_index", Rows.SEQUENCED.any(db, random), db));
    forge(index, db);
    db.run("update log_restore set lost = 0");
    write(index, new LossDigest(), db);
  }

  private static void write(long index, LossDigest loss, Superuser db) throws SQLException {
    long size = db.number("select size from log_head");
    Digest root = db.one(row -> Digest.ofBytes(row.getBytes(1)), "select root from log_head");
    RestoreStatement statement =
        new RestoreStatement(
            STRANGER.log().name(), index, size, root, loss.count(), loss.digest(), Instant.now());
    db.run("update log_restore set note = ?", STRANGER.log().sign(statement).toString());
  }
}
