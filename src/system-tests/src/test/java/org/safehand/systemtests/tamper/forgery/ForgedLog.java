package org.safehand.systemtests.tamper.forgery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.note.NoteSignature;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.tree.EntryBundle;
import org.safehand.custody.tree.Tile;
import org.safehand.custody.tree.TreeWriter;
import org.safehand.systemtests.tamper.scene.LogSecrets;
import org.safehand.systemtests.tamper.scene.Superuser;

/** Tiles, bundles, head and checkpoints made anew, so that they fit whatever events there are. */
public final class ForgedLog {
  private final Superuser database;

  /** The log in {@code database}. */
  public ForgedLog(Superuser database) {
    this.database = requireNonNull(database, "database is null");
  }

  /** What becomes of the checkpoints that the witness had cosigned. */
  public enum Witnessed {
    /** They stay, and speak of another log. */
    KEPT,
    /** They are gone, as if the witness had been away. */
    DELETED,
    /** The forged ones stand in their place, without cosignature. */
    UNSIGNED,
    /** The forged ones stand in their place, with the cosignatures of the true ones. */
    COPIED
  }

  /** Tiles, bundles and head; gives the root at each size of {@code sizes}. */
  public Map<Long, Digest> tree(List<Long> sizes) throws SQLException {
    Map<Long, Digest> roots = new HashMap<>();
    TreeWriter tree = new TreeWriter();
    note(tree, sizes, roots);
    for (byte[] leaf :
        database.ask(
            row -> row.getBytes(1),
            "select leaf from custody_event where log_index is not null order by log_index")) {
      tree.append(leaf);
      note(tree, sizes, roots);
    }
    write(tree.takeGrowth());
    database.run("update log_head set size = ?, root = ?", tree.size(), tree.root().bytes());
    return roots;
  }

  private static void note(TreeWriter tree, List<Long> sizes, Map<Long, Digest> roots) {
    if (sizes.contains(tree.size())) {
      roots.put(tree.size(), tree.root());
    }
  }

  private void write(TreeWriter.Growth growth) throws SQLException {
    database.run("delete from log_tile; delete from log_entries");
    for (Tile tile : growth.tiles()) {
      database.run(
          "insert into log_tile values (?, ?, ?, ?)",
          tile.id().level(),
          tile.id().index(),
          tile.id().width(),
          tile.bytes());
    }
    for (EntryBundle bundle : growth.bundles()) {
      database.run(
          "insert into log_entries values (?, ?, ?)",
          bundle.id().index(),
          bundle.id().width(),
          bundle.bytes());
    }
  }

  /**
   * Everything, with a checkpoint at each size at which there was one and at the end.
   *
   * @param signer whose keys sign
   */
  public void rebuild(LogSecrets signer, Witnessed witnessed) throws Exception {
    List<Long> sizes = new ArrayList<>(sizes("log_checkpoint"));
    long last = database.number("select count(log_index) from custody_event");
    sizes.removeIf(size -> size >= last);
    sizes.add(last);
    Map<Long, Digest> roots = tree(sizes);
    Map<Long, String> notes = new HashMap<>();
    for (long size : sizes) {
      notes.put(size, signer.sign(size, requireNonNull(roots.get(size), "a root")).toString());
    }
    database.run("delete from log_checkpoint");
    for (Map.Entry<Long, String> note : notes.entrySet()) {
      database.run(
          "insert into log_checkpoint values (?, ?, now())", note.getKey(), note.getValue());
    }
    if (witnessed != Witnessed.KEPT) {
      forgeWitnessed(notes, witnessed);
    }
  }

  private List<Long> sizes(String table) throws SQLException {
    return database.ask(row -> row.getLong(1), "select size from " + table + " order by size");
  }

  private void forgeWitnessed(Map<Long, String> notes, Witnessed witnessed) throws Exception {
    for (long size : sizes("log_witnessed")) {
      String note = notes.get(size);
      if (note == null || witnessed == Witnessed.DELETED) {
        database.run("delete from log_witnessed where size = ?", size);
      } else if (witnessed == Witnessed.UNSIGNED) {
        database.run("update log_witnessed set note = ? where size = ?", note, size);
      } else {
        database.run(
            "update log_witnessed set note = ? where size = ?", withOldLines(note, size), size);
      }
    }
  }

  private String withOldLines(String note, long size) throws Exception {
    String old =
        database.one(
            row -> row.getString(1), "select note from log_witnessed where size = ?", size);
    List<NoteSignature> lines = SignedNote.parse(old.getBytes(UTF_8)).signatures();
    return SignedNote.parse(note.getBytes(UTF_8))
        .with(lines.subList(lines.size() - 1, lines.size()))
        .toString();
  }
}
