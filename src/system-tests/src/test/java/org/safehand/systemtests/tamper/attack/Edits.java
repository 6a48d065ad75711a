package org.safehand.systemtests.tamper.attack;

import java.sql.SQLException;
import java.util.List;
import java.util.random.RandomGenerator;
import org.safehand.systemtests.tamper.scene.Superuser;

/** Changes of one value or of two values for one another, in any table. */
final class Edits {
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/= .\n";
  private static final int FARTHEST = 5;

  private Edits() {}

  /** One bit of a column of bytes. */
  static Attack bit(String name, Rows rows, String column) {
    return new Attack(
        name,
        (db, random) -> {
          String where = rows.any(db, random);
          long length = Long.parseLong(rows.text("length(" + column + ")", where, db));
          db.run(
              "update %1$s set %2$s = set_byte(%2$s, %3$d, get_byte(%2$s, %3$d) # %4$d) where %5$s"
                  .formatted(
                      rows.table(),
                      column,
                      random.nextLong(length),
                      1 << random.nextInt(Byte.SIZE),
                      where));
        });
  }

  /** One character of a text. */
  static Attack letter(String name, Rows rows, String column) {
    return new Attack(
        name,
        (db, random) -> {
          String where = rows.any(db, random);
          long length = Long.parseLong(rows.text("length(" + column + ")", where, db));
          db.run(
              "update %1$s set %2$s = overlay(%2$s placing '%3$s' from %4$d for 1) where %5$s"
                  .formatted(
                      rows.table(), column, letter(random), 1 + random.nextLong(length), where));
        });
  }

  private static char letter(RandomGenerator random) {
    return LETTERS.charAt(random.nextInt(LETTERS.length()));
  }

  /** A number becomes a little larger or smaller. */
  static Attack number(String name, Rows rows, String column) {
    return new Attack(
        name,
        (db, random) -> {
          int distance = 1 + random.nextInt(FARTHEST);
          db.run(
              "update %1$s set %2$s = %2$s %3$s where %4$s"
                  .formatted(
                      rows.table(),
                      column,
                      random.nextBoolean() ? "+ " + distance : "- " + distance,
                      rows.any(db, random)));
        });
  }

  /** A column becomes the value of an SQL expression. */
  static Attack set(String name, Rows rows, String column, String expression) {
    return new Attack(
        name,
        (db, random) ->
            db.run(
                "update %s set %s = %s where %s"
                    .formatted(rows.table(), column, expression, rows.any(db, random))));
  }

  /** A row is deleted. */
  static Attack delete(String name, Rows rows) {
    return new Attack(
        name,
        (db, random) -> db.run("delete from " + rows.table() + " where " + rows.any(db, random)));
  }

  /**
   * Two rows change the values of columns with each other.
   *
   * @param alike a condition on rows {@code a} and {@code b}
   */
  static Attack swap(String name, Rows rows, String alike, String... columns) {
    return new Attack(
        name,
        (db, random) -> {
          String first = rows.any(db, random);
          String other = other(rows, first, alike, db, random);
          StringBuilder set = new StringBuilder();
          for (String column : columns) {
            set.append(set.isEmpty() ? "" : ", ").append(column).append(" = b.").append(column);
          }
          db.run(
              ("update %1$s a set %2$s from %1$s b where (a.ctid, b.ctid) in"
                      + " (('%3$s'::tid, '%4$s'::tid), ('%4$s'::tid, '%3$s'::tid))")
                  .formatted(rows.table(), set, rows.text("ctid", first, db), other));
        });
  }

  /** The place of another row that is like the first; the first itself if there is none. */
  private static String other(
      Rows rows, String first, String alike, Superuser db, RandomGenerator random)
      throws SQLException {
    String place = rows.text("ctid", first, db);
    List<String> others =
        db.ask(
            row -> row.getString(1),
            ("select b.ctid::text from %1$s a join %1$s b on %2$s where a.ctid = '%3$s'::tid"
                    + " and b.ctid <> a.ctid order by 1")
                .formatted(rows.table(), alike, place));
    return others.isEmpty() ? place : others.get(random.nextInt(others.size()));
  }
}
