package org.safehand.systemtests.tamper.attack;

import java.util.ArrayList;
import java.util.List;

/** Values that the constraints of the tables do not let in, once the constraints are gone. */
public final class MisfitAttacks {
  private static final String CUT = "substr(%s, 2)";

  private MisfitAttacks() {}

  /** All of them; none ends the audit, which finds each. */
  public static List<Attack> all() {
    List<Attack> attacks = new ArrayList<>();
    add(attacks, Rows.EVENT, CUT, "leaf_hash", "leaf", "sealed_body", "node_signature");
    add(attacks, Rows.CASE_HEAD, CUT, "head_leaf");
    add(attacks, Rows.TILE, CUT, "bytes");
    add(attacks, Rows.BUNDLE, CUT, "bytes");
    add(attacks, Rows.LOG_HEAD, CUT, "root");
    add(attacks, Rows.KEY, CUT, "wrapped");
    add(attacks, Rows.EVENT, "null", "case_id", "event_id", "case_sequence", "type", "node_id");
    add(attacks, Rows.EVENT, "null", "leaf_hash", "leaf", "sealed_body", "node_signature");
    add(attacks, Rows.CASE_HEAD, "null", "case_id", "next_sequence", "head_leaf");
    add(attacks, Rows.TILE, "null", "level", "tile_index", "width", "bytes");
    add(attacks, Rows.BUNDLE, "null", "bundle_index", "width", "bytes");
    add(attacks, Rows.LOG_HEAD, "null", "size", "root");
    add(attacks, Rows.PUBLISHED, "null", "size", "note");
    add(attacks, Rows.WITNESSED, "null", "size", "note");
    add(attacks, Rows.ANCHOR, "null", "size", "note", "token");
    add(attacks, Rows.KEY, "null", "first_sequence", "wrapped");
    add(attacks, Rows.SEQUENCED, "-%s - 1", "log_index", "case_sequence");
    add(attacks, Rows.CASE_HEAD, "-%s - 1", "next_sequence");
    add(attacks, Rows.TILE, "-%s - 1", "level", "tile_index", "width");
    add(attacks, Rows.LOG_HEAD, "-%s - 1", "size");
    return List.of(anyOf(attacks).foundBy("audit"));
  }

  private static void add(List<Attack> attacks, Rows rows, String to, String... columns) {
    for (String column : columns) {
      attacks.add(Edits.set(rows + " " + column, rows, column, to.formatted(column)));
    }
  }

  /** One class of attacks, so that it is made no more often than the others. */
  private static Attack anyOf(List<Attack> attacks) {
    return new Attack(
        "column outside its constraints",
        (db, random) -> attacks.get(random.nextInt(attacks.size())).strike().at(db, random));
  }
}
