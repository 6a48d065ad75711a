package org.safehand.systemtests.tamper.attack;

import java.sql.SQLException;
import java.util.random.RandomGenerator;
import org.safehand.systemtests.tamper.scene.Superuser;

/** Rows of one kind, each known by the condition that only it fulfils. */
enum Rows {
  EVENT("custody_event", "format('event_id = %L', event_id)", "true"),
  PENDING("custody_event", "format('event_id = %L', event_id)", "log_index is null"),
  SEQUENCED("custody_event", "format('event_id = %L', event_id)", "log_index is not null"),
  CASE_HEAD("custody_case", "format('case_id = %L', case_id)", "true"),
  TILE(
      "log_tile",
      "format('level = %s and tile_index = %s and width = %s', level, tile_index, width)",
      "true"),
  BUNDLE("log_entries", "format('bundle_index = %s and width = %s', bundle_index, width)", "true"),
  LOG_HEAD("log_head", "'id = 1'", "true"),
  PUBLISHED("log_checkpoint", "format('size = %s', size)", "true"),
  WITNESSED("log_witnessed", "format('size = %s', size)", "true"),
  ANCHOR("log_anchor", "format('size = %s', size)", "true"),
  /** The evidence key is none of the log's: what it opens is not read by those who verify a log. */
  KEY(
      "case_key",
      "format('case_id = %L and purpose = %L and key_version = %s', case_id, purpose, key_version)",
      "purpose <> 'evidence'");

  private final String table;
  private final String condition;
  private final String filter;

  Rows(String table, String condition, String filter) {
    this.table = table;
    this.condition = condition;
    this.filter = filter;
  }

  String table() {
    return table;
  }

  /** The condition of one of these rows. */
  String any(Superuser database, RandomGenerator random) throws SQLException {
    return anyWhere("true", database, random);
  }

  /** The condition of one of these rows of which {@code further} holds. */
  String anyWhere(String further, Superuser database, RandomGenerator random) throws SQLException {
    String from = " from " + table + " where " + filter + " and " + further;
    long count = database.number("select count(*)" + from);
    if (count == 0) {
      throw new IllegalStateException("no " + this + " where " + further);
    }
    return database.one(
        row -> row.getString(1),
        "select " + condition + from + " order by 1 offset " + random.nextLong(count) + " limit 1");
  }

  /** What {@code column} of the row {@code where} is, as text. */
  String text(String column, String where, Superuser database) throws SQLException {
    return database.one(
        row -> row.getString(1), "select (" + column + ")::text from " + table + " where " + where);
  }
}
