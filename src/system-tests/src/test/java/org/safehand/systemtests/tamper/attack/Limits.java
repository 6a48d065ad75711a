package org.safehand.systemtests.tamper.attack;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.safehand.bench.recording.SyntheticEvents;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.NodeKey;
import org.safehand.referral.id.Ids;
import org.safehand.systemtests.tamper.attack.ForgedLog.Witnessed;
import org.safehand.systemtests.tamper.scene.LogSecrets;
import org.safehand.systemtests.tamper.scene.Superuser;

/** What leaves nothing behind in the database that any observer looks at. */
public final class Limits {
  private final Superuser database;

  public Limits(Superuser database) {
    this.database = requireNonNull(database, "database is null");
  }

  /** Deletes a pending event, the last of its case, before the sequencer has seen it. */
  public void dropUnseen(Digest leafHash) throws SQLException {
    database.run("delete from custody_event where leaf_hash = ?", leafHash.bytes());
    CaseHeads.fit(database);
  }

  /** Deletes the checkpoint of {@code size} wherever it is kept. */
  public void deleteCheckpoint(long size) throws SQLException {
    database.run("delete from log_checkpoint where size = ?", size);
    database.run("delete from log_witnessed where size = ?", size);
  }

  /** Changes when rows were written, and what nodes signed once their events are in the log. */
  public void changeWhatNothingRestsOn() throws SQLException {
    database.run("update custody_event set recorded_at = now() - interval '1 year'");
    database.run("update log_checkpoint set published_at = now() - interval '1 year'");
    database.run("update log_witnessed set witnessed_at = now() - interval '1 year'");
    database.run("update case_key set created_at = now() - interval '1 year'");
    database.run(
        "update custody_event set node_signature = set_byte(node_signature, 0,"
            + " get_byte(node_signature, 0) # 1) where log_index = 0");
  }

  /**
   * Appends an event to the published log with every key but a node's.
   *
   * @return its leaf hash
   */
  public Digest append(StolenKeys keys, LogSecrets stolen) throws Exception {
    UUID caseId =
        database.one(
            row -> row.getObject(1, UUID.class),
            "select min(case_id::text)::uuid from custody_case c where not exists (select from"
                + " custody_event e where e.case_id = c.case_id and log_index is null)");
    NodeKey stranger = NodeKey.generate(keys.node().nodeId(), new SecureRandom());
    SyntheticEvents events =
        new SyntheticEvents(new Ids(Clock.systemUTC(), new SecureRandom()), Clock.systemUTC());
    Digest leafHash =
        new ForgedCase(caseId, keys, database).append(events.next(), stranger).leaf().leafHash();
    database.run(
        "update custody_event set log_index = (select max(log_index) + 1 from custody_event)"
            + " where leaf_hash = ?",
        leafHash.bytes());
    new ForgedLog(database).rebuild(stolen, Witnessed.KEPT);
    return leafHash;
  }
}
