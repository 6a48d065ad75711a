package org.safehand.systemtests.tamper.attack;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.safehand.bench.recording.SyntheticEvents;
import org.safehand.custody.event.NodeKey;
import org.safehand.referral.id.Ids;
import org.safehand.systemtests.tamper.forgery.CaseHeads;
import org.safehand.systemtests.tamper.forgery.ForgedCase;
import org.safehand.systemtests.tamper.forgery.ForgedLog;
import org.safehand.systemtests.tamper.forgery.ForgedLog.Witnessed;
import org.safehand.systemtests.tamper.forgery.StolenKeys;
import org.safehand.systemtests.tamper.scene.LogSecrets;
import org.safehand.systemtests.tamper.scene.SavedTables;
import org.safehand.systemtests.tamper.scene.Superuser;

/** Whole histories that agree with themselves: cut, set back, forked, rewritten from the start. */
public final class HistoryAttacks {
  private final StolenKeys keys;
  private final LogSecrets stolen;
  private final SavedTables older;
  private final SyntheticEvents events =
      new SyntheticEvents(new Ids(Clock.systemUTC(), new SecureRandom()), Clock.systemUTC());

  /**
   * @param stolen the log's own keys
   * @param older a backup
   */
  public HistoryAttacks(StolenKeys keys, LogSecrets stolen, SavedTables older) {
    this.keys = requireNonNull(keys, "keys is null");
    this.stolen = requireNonNull(stolen, "stolen is null");
    this.older = requireNonNull(older, "older is null");
  }

  /** All of them. Nobody who sees the database alone can find that it is an older one. */
  public List<Attack> all() {
    return Stream.of(
            Stream.of(
                    new Attack("tail cut to a witnessed checkpoint", this::cut),
                    new Attack("backup restored", (db, random) -> older.restore()),
                    new Attack("backup restored and grown differently, log key stolen", this::fork))
                .map(attack -> attack.foundBy("witness", "sequencer")),
            Stream.of(
                    new Attack(
                        "rewritten from the start, keys of cases and node stolen",
                        (db, random) -> rewrite(LogSecrets.generate(), db, random)),
                    new Attack(
                        "rewritten from the start, log key stolen too",
                        (db, random) -> rewrite(stolen, db, random)),
                    new Attack(
                        "event left out and all rewritten, every key stolen", this::leaveOut),
                    new Attack("newest events replaced, every key stolen", this::replaceTail))
                .map(attack -> attack.foundBy("export", "witness", "sequencer")),
            Stream.of(
                new Attack(
                        "event appended to the published log, every key but a node's stolen",
                        this::appendUnsigned)
                    .foundBy("audit")))
        .flatMap(attacks -> attacks)
        .toList();
  }

  private void cut(Superuser db, RandomGenerator random) throws Exception {
    List<Long> sizes =
        db.ask(
            row -> row.getLong(1),
            "select size from log_witnessed where size > 0"
                + " and size < (select size from log_head) order by 1");
    cutTo(sizes.get(random.nextInt(sizes.size())), db);
  }

  private static void cutTo(long size, Superuser db) throws SQLException {
    db.run("delete from custody_event where log_index is null or log_index >= " + size);
    db.run("delete from log_checkpoint where size > " + size);
    db.run("delete from log_witnessed where size > " + size);
    CaseHeads.fit(db);
    db.run("delete from case_key where case_id not in (select case_id from custody_case)");
    new ForgedLog(db).tree(List.of());
  }

  private void fork(Superuser db, RandomGenerator random) throws Exception {
    older.restore();
    int missing = 1 + random.nextInt(400);
    for (int i = 0; i < missing; i++) {
      append(keys.node(), db, random);
    }
    new ForgedLog(db).rebuild(stolen, Witnessed.KEPT);
  }

  /** An event of any case, signed by {@code node}, with the next index. */
  private void append(NodeKey node, Superuser db, RandomGenerator random) throws Exception {
    String where =
        Rows.CASE_HEAD.anyWhere(
            "case_id not in (select case_id from custody_event where log_index is null)",
            db,
            random);
    UUID caseId = UUID.fromString(Rows.CASE_HEAD.text("case_id", where, db));
    UUID added =
        new ForgedCase(caseId, keys, db).append(events.next(), node).event().header().eventId();
    db.run(
        "update custody_event set log_index = (select max(log_index) + 1 from custody_event)"
            + " where event_id = ?",
        added);
  }

  private void appendUnsigned(Superuser db, RandomGenerator random) throws Exception {
    append(NodeKey.generate(keys.node().nodeId(), new SecureRandom()), db, random);
    new ForgedLog(db).rebuild(stolen, Witnessed.KEPT);
  }

  private void rewrite(LogSecrets signer, Superuser db, RandomGenerator random) throws Exception {
    String where = Rows.SEQUENCED.any(db, random);
    caseOf(where, db).rewrite(sequence(where, db), events.next());
    new ForgedLog(db).rebuild(signer, any(random));
  }

  private void leaveOut(Superuser db, RandomGenerator random) throws Exception {
    String where = Rows.SEQUENCED.any(db, random);
    String index = Rows.SEQUENCED.text("log_index", where, db);
    caseOf(where, db).drop(sequence(where, db));
    db.run("update custody_event set log_index = log_index - 1 where log_index > " + index);
    new ForgedLog(db).rebuild(stolen, any(random));
  }

  /** Only what came after the last but one witnessed checkpoint. */
  private void replaceTail(Superuser db, RandomGenerator random) throws Exception {
    long size = db.number("select size from log_witnessed order by size desc offset 1 limit 1");
    String where = Rows.SEQUENCED.anyWhere("log_index >= " + size, db, random);
    caseOf(where, db).rewrite(sequence(where, db), events.next());
    new ForgedLog(db).rebuild(stolen, any(random));
  }

  private ForgedCase caseOf(String where, Superuser db) throws Exception {
    return new ForgedCase(UUID.fromString(Rows.SEQUENCED.text("case_id", where, db)), keys, db);
  }

  private static long sequence(String where, Superuser db) throws SQLException {
    return Long.parseLong(Rows.SEQUENCED.text("case_sequence", where, db));
  }

  private static Witnessed any(RandomGenerator random) {
    List<Witnessed> all = List.of(Witnessed.values());
    return all.get(random.nextInt(all.size()));
  }
}
