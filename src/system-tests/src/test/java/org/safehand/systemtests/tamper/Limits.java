package org.safehand.systemtests.tamper;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import org.safehand.custody.digest.Digest;
import org.safehand.systemtests.tamper.forgery.CaseHeads;
import org.safehand.systemtests.tamper.scene.Superuser;

/** What leaves nothing behind in the database that any observer looks at. */
final class Limits {
  private final Superuser database;

  Limits(Superuser database) {
    this.database = requireNonNull(database, "database is null");
  }

  /** Deletes a pending event, the last of its case, before the sequencer has seen it. */
  void dropUnseen(Digest leafHash) throws SQLException {
    database.run("delete from custody_event where leaf_hash = ?", leafHash.bytes());
    CaseHeads.fit(database);
  }

  /** Deletes the checkpoint of {@code size} wherever it is kept. */
  void deleteCheckpoint(long size) throws SQLException {
    database.run("delete from log_checkpoint where size = ?", size);
    database.run("delete from log_witnessed where size = ?", size);
  }

  /** Changes when rows were written. */
  void changeWhatNothingRestsOn() throws SQLException {
    database.run("update custody_event set recorded_at = now() - interval '1 year'");
    database.run("update log_checkpoint set published_at = now() - interval '1 year'");
    database.run("update log_witnessed set witnessed_at = now() - interval '1 year'");
    database.run("update case_key set created_at = now() - interval '1 year'");
    database.run("update log_anchor set anchored_at = now() - interval '1 year'");
  }
}
