package org.safehand.systemtests.tamper.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.SignedNote;
import org.safehand.systemtests.tamper.scene.LogSecrets;
import org.safehand.systemtests.tamper.scene.Superuser;

/** Tiles, bundles, head and checkpoints, changed without any key that counts. */
public final class LogAttacks {
  private static final LogSecrets STRANGER = LogSecrets.generate();

  private LogAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return Stream.of(
            served().map(attack -> attack.foundBy("export", "audit")),
            stored().map(attack -> attack.foundBy("audit")),
            Stream.of(
                new Attack(
                        "witnessed: the newest deleted",
                        (db, random) -> deleteNewest("log_witnessed", db))
                    .foundBy("witness")))
        .flatMap(attacks -> attacks)
        .toList();
  }

  /** What an export of the newest checkpoint shows. */
  private static Stream<Attack> served() {
    return Stream.of(
        Edits.bit("tile: a bit", Rows.TILE, "bytes"),
        Edits.delete("tile: deleted", Rows.TILE),
        Edits.number("tile: place", Rows.TILE, "tile_index"),
        Edits.number("tile: level", Rows.TILE, "level"),
        Edits.swap("tiles of one width", Rows.TILE, "a.width = b.width", "bytes"),
        new Attack("tile: cut", LogAttacks::cutTile),
        Edits.bit("bundle: a bit", Rows.BUNDLE, "bytes"),
        Edits.delete("bundle: deleted", Rows.BUNDLE),
        Edits.number("bundle: place", Rows.BUNDLE, "bundle_index"),
        Edits.swap("bundles of one width", Rows.BUNDLE, "a.width = b.width", "bytes"),
        new Attack("bundle: cut", LogAttacks::cutBundle));
  }

  /** What stands in the database beside it. */
  private static Stream<Attack> stored() {
    return Stream.of(
        new Attack("tile: one too many", LogAttacks::addTile),
        new Attack("tile: a twin", (db, random) -> addTwin(Rows.TILE, db, random)),
        new Attack("bundle: one too many", LogAttacks::addBundle),
        new Attack("bundle: a twin", (db, random) -> addTwin(Rows.BUNDLE, db, random)),
        Edits.number("head: size", Rows.LOG_HEAD, "size"),
        Edits.bit("head: root", Rows.LOG_HEAD, "root"),
        Edits.delete("head: deleted", Rows.LOG_HEAD),
        Edits.letter("checkpoint: a letter", Rows.PUBLISHED, "note"),
        Edits.number("checkpoint: size", Rows.PUBLISHED, "size"),
        Edits.swap("checkpoints of two sizes", Rows.PUBLISHED, "true", "note"),
        new Attack(
            "checkpoint: the newest deleted", (db, random) -> deleteNewest("log_checkpoint", db)),
        new Attack(
            "checkpoint: of a stranger", (db, random) -> resign("log_checkpoint", db, random)),
        new Attack("checkpoint: one of a stranger too many", LogAttacks::addCheckpoint),
        Edits.letter("witnessed: a letter", Rows.WITNESSED, "note"),
        Edits.number("witnessed: size", Rows.WITNESSED, "size"),
        Edits.swap("witnessed ones of two sizes", Rows.WITNESSED, "true", "note"),
        Edits.set(
            "witnessed: cosignature taken away",
            Rows.WITNESSED,
            "note",
            "regexp_replace(note, '— witness[^\\n]*\\n', '')"),
        new Attack("witnessed: of a stranger", (db, random) -> resign("log_witnessed", db, random)),
        new Attack("witnessed: published one deleted", LogAttacks::deletePublishedOfWitnessed));
  }

  private static void cutTile(Superuser db, RandomGenerator random) throws SQLException {
    db.run(
        "update log_tile set (width, bytes) ="
            + " (width - 1, substr(bytes, 1, (width - 1) * 32)) where "
            + Rows.TILE.any(db, random));
  }

  private static void cutBundle(Superuser db, RandomGenerator random) throws SQLException {
    db.run(
        "update log_entries set (width, bytes) ="
            + " (width - 1, substr(bytes, 1, (width - 1) * (length(bytes) / width))) where "
            + Rows.BUNDLE.any(db, random));
  }

  /** A tile that no log of this size has: narrower in a place that is taken, or beyond the end. */
  private static void addTile(Superuser db, RandomGenerator random) throws SQLException {
    String where = Rows.TILE.any(db, random);
    boolean beyond = random.nextBoolean();
    db.run(
        "insert into log_tile select level, tile_index + %d, %s, substr(bytes, 1, (%2$s) * 32)"
                .formatted(beyond ? 1 + random.nextInt(9) : 0, beyond ? "width" : "width - 1")
            + " from log_tile where width > 1 and "
            + where);
  }

  private static void addBundle(Superuser db, RandomGenerator random) throws SQLException {
    String where = Rows.BUNDLE.any(db, random);
    boolean beyond = random.nextBoolean();
    db.run(
        ("insert into log_entries select bundle_index + %d, %s,"
                    + " substr(bytes, 1, (%2$s) * (length(bytes) / width))")
                .formatted(beyond ? 3 + random.nextInt(9) : 0, beyond ? "width" : "width - 1")
            + " from log_entries where width > 1 and "
            + where);
  }

  /** A second row of the same place, with another last byte. */
  private static void addTwin(Rows rows, Superuser db, RandomGenerator random) throws SQLException {
    String where = rows.any(db, random);
    String place = rows == Rows.TILE ? "level, tile_index" : "bundle_index";
    db.run(
        "insert into %1$s select %2$s, width, substr(bytes, 1, length(bytes) - 1) || '\\x2a'::bytea"
                .formatted(rows.table(), place)
            + " from "
            + rows.table()
            + " where "
            + where);
  }

  private static void deleteNewest(String table, Superuser db) throws SQLException {
    db.run("delete from %1$s where size = (select max(size) from %1$s)".formatted(table));
  }

  /** The same checkpoint under keys of the same names. */
  private static void resign(String table, Superuser db, RandomGenerator random) throws Exception {
    Rows rows = table.equals("log_checkpoint") ? Rows.PUBLISHED : Rows.WITNESSED;
    String where = rows.any(db, random);
    Checkpoint checkpoint =
        Checkpoint.of(SignedNote.parse(rows.text("note", where, db).getBytes(UTF_8)));
    db.run(
        "update %s set note = ? where %s".formatted(table, where),
        STRANGER.sign(checkpoint.size(), checkpoint.root()).toString());
  }

  /** For a size that was never published, with any root. */
  private static void addCheckpoint(Superuser db, RandomGenerator random) throws Exception {
    List<Long> sizes =
        db.ask(
            row -> row.getLong(1),
            "select s from generate_series(1, (select size from log_head)) s"
                + " except select size from log_checkpoint order by 1");
    long size = sizes.get(random.nextInt(sizes.size()));
    byte[] root = new byte[32];
    random.nextBytes(root);
    db.run(
        "insert into log_checkpoint values (?, ?, now())",
        size,
        STRANGER.sign(size, Digest.ofBytes(root)).toString());
  }

  private static void deletePublishedOfWitnessed(Superuser db, RandomGenerator random)
      throws SQLException {
    db.run("delete from log_checkpoint where " + Rows.WITNESSED.any(db, random));
  }
}
