package org.safehand.systemtests.tamper.attack;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.safehand.custody.digest.Digest;
import org.safehand.systemtests.tamper.forgery.CaseHeads;
import org.safehand.systemtests.tamper.scene.Superuser;

/** Events and heads of cases, changed without any key. */
public final class EventAttacks {
  private static final String SAME_CASE = "a.case_id = b.case_id";
  private static final String LAST_OF_CASE =
      "case_sequence = (select max(case_sequence) from custody_event m"
          + " where m.case_id = custody_event.case_id)";

  private EventAttacks() {}

  /** All of them; the audit finds each. */
  public static List<Attack> all() {
    return Stream.of(
            Edits.bit("body: a bit", Rows.EVENT, "sealed_body"),
            Edits.bit("leaf: a bit", Rows.EVENT, "leaf"),
            Edits.bit("leaf hash: a bit", Rows.EVENT, "leaf_hash"),
            new Attack("leaf: a field, its hash made to fit", EventAttacks::fieldOfLeaf),
            Edits.set("event id: another", Rows.EVENT, "event_id", "gen_random_uuid()"),
            Edits.set(
                "type: another",
                Rows.EVENT,
                "type",
                "case type when 'read' then 'sealed' else 'read' end"),
            Edits.set("case: an unknown one", Rows.EVENT, "case_id", "gen_random_uuid()"),
            Edits.number("case sequence: changed", Rows.EVENT, "case_sequence"),
            Edits.set(
                "case sequence: there twice", Rows.EVENT, "case_sequence", "case_sequence - 1"),
            new Attack("case sequences: all later ones renumbered", EventAttacks::renumberCase),
            new Attack("event moved to another case, heads made to fit", EventAttacks::move),
            Edits.set("index: taken away", Rows.SEQUENCED, "log_index", "null"),
            Edits.number("index: changed", Rows.SEQUENCED, "log_index"),
            new Attack("indexes: all later ones renumbered", EventAttacks::renumberLog),
            Edits.set(
                "index: given to a pending event",
                Rows.PENDING,
                "log_index",
                "(select max(log_index) + 1 from custody_event)"),
            Edits.swap("bodies of two events", Rows.EVENT, SAME_CASE, "sealed_body"),
            Edits.swap("leaves of two events", Rows.EVENT, SAME_CASE, "leaf", "leaf_hash"),
            Edits.swap(
                "bodies and leaves of two events",
                Rows.EVENT,
                SAME_CASE,
                "sealed_body",
                "leaf",
                "leaf_hash"),
            Edits.swap("sequences of two events", Rows.EVENT, SAME_CASE, "case_sequence"),
            Edits.swap(
                "indexes of two events", Rows.SEQUENCED, "b.log_index is not null", "log_index"),
            Edits.swap("cases of two events", Rows.EVENT, "a.case_id <> b.case_id", "case_id"),
            Edits.delete("event deleted", Rows.SEQUENCED),
            Edits.delete("pending event deleted", Rows.PENDING),
            new Attack("last event of a case deleted, head made to fit", EventAttacks::deleteLast),
            new Attack("case deleted with its keys", EventAttacks::deleteCase),
            new Attack("event copied as a pending one", EventAttacks::replay),
            Edits.number("case head: number", Rows.CASE_HEAD, "next_sequence"),
            Edits.bit("case head: leaf", Rows.CASE_HEAD, "head_leaf"),
            Edits.set("case head: of another case", Rows.CASE_HEAD, "case_id", "gen_random_uuid()"),
            Edits.swap(
                "case heads of two cases", Rows.CASE_HEAD, "true", "next_sequence", "head_leaf"),
            Edits.delete("case head: deleted", Rows.CASE_HEAD),
            new Attack("case head: of a case without events", EventAttacks::headOfNothing))
        .map(attack -> attack.foundBy("audit"))
        .toList();
  }

  /** Another commitment, tag or second in a leaf that is still a leaf and hashes to its hash. */
  private static void fieldOfLeaf(Superuser db, RandomGenerator random) throws Exception {
    String where = Rows.EVENT.any(db, random);
    String leaf = Rows.EVENT.text("convert_from(leaf, 'UTF8')", where, db);
    String field = List.of("d", "h", "l", "tag", "t").get(random.nextInt(5));
    byte[] other = new byte[Digest.LENGTH];
    random.nextBytes(other);
    String value =
        field.equals("t")
            ? "2026-01-0%dT00:00:00Z".formatted(1 + random.nextInt(9))
            : Digest.ofBytes(other).base64();
    String forged =
        leaf.replaceFirst("\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":\"" + value + "\"");
    db.run(
        "update custody_event set leaf = convert_to('%s', 'UTF8') where %s"
            .formatted(forged, where));
    db.run("update custody_event set leaf_hash = sha256('\\x00'::bytea || leaf) where " + where);
  }

  private static void renumberCase(Superuser db, RandomGenerator random) throws Exception {
    String where = Rows.EVENT.any(db, random);
    db.run(
        "update custody_event set case_sequence = case_sequence + 1 where case_id = '%s'"
                .formatted(Rows.EVENT.text("case_id", where, db))
            + " and case_sequence >= "
            + Rows.EVENT.text("case_sequence", where, db));
    CaseHeads.fit(db);
  }

  private static void renumberLog(Superuser db, RandomGenerator random) throws Exception {
    String where = Rows.SEQUENCED.any(db, random);
    db.run(
        "update custody_event set log_index = log_index + 1 where log_index >= "
            + Rows.SEQUENCED.text("log_index", where, db));
  }

  private static void move(Superuser db, RandomGenerator random) throws Exception {
    String where = Rows.EVENT.anyWhere(LAST_OF_CASE, db, random);
    String from = Rows.EVENT.text("case_id", where, db);
    String to = Rows.CASE_HEAD.anyWhere("case_id <> '" + from + "'", db, random);
    db.run(
        "update custody_event set (case_id, case_sequence) ="
            + " (select case_id, next_sequence from custody_case where "
            + to
            + ") where "
            + where);
    CaseHeads.fit(db);
  }

  private static void deleteLast(Superuser db, RandomGenerator random) throws Exception {
    String where = Rows.EVENT.anyWhere("log_index is not null and " + LAST_OF_CASE, db, random);
    db.run("delete from custody_event where " + where);
    CaseHeads.fit(db);
  }

  private static void deleteCase(Superuser db, RandomGenerator random) throws Exception {
    // the condition names a case by its id in every table
    String where =
        Rows.CASE_HEAD.anyWhere(
            "case_id in (select case_id from custody_event where log_index is not null)",
            db,
            random);
    db.run("delete from custody_event where " + where);
    db.run("delete from case_key where " + where);
    db.run("delete from custody_case where " + where);
  }

  private static void replay(Superuser db, RandomGenerator random) throws Exception {
    String where = Rows.SEQUENCED.any(db, random);
    boolean newId = random.nextBoolean();
    db.run(
        "insert into custody_event select "
            + (newId ? "gen_random_uuid()" : "event_id")
            + ", case_id, case_sequence, type, now(), leaf, leaf_hash, sealed_body, node_id,"
            + " node_signature, null from custody_event where "
            + where);
  }

  private static void headOfNothing(Superuser db, RandomGenerator random) throws Exception {
    db.run(
        ("insert into custody_case select gen_random_uuid(), %d, leaf_hash"
                + " from custody_event where %s")
            .formatted(1 + random.nextInt(9), Rows.EVENT.any(db, random)));
  }
}
