package org.safehand.systemtests.tamper.attack;

import java.util.List;
import java.util.stream.Stream;

/** Time-stamped checkpoints, of which events of the log tell. */
public final class AnchorAttacks {
  private AnchorAttacks() {}

  /** All of them; the audit finds each. */
  public static List<Attack> all() {
    return Stream.of(
            Edits.bit("anchor: a bit of the token", Rows.ANCHOR, "token"),
            Edits.letter("anchor: a letter of the checkpoint", Rows.ANCHOR, "note"),
            Edits.number("anchor: size", Rows.ANCHOR, "size"),
            Edits.delete("anchor: deleted", Rows.ANCHOR),
            Edits.swap("tokens of two anchors", Rows.ANCHOR, "true", "token"),
            Edits.swap(
                "checkpoints and tokens of two anchors", Rows.ANCHOR, "true", "note", "token"),
            new Attack(
                "anchor: one put in",
                (db, random) ->
                    db.run(
                        "insert into log_anchor select size + %d, note, token, anchored_at"
                                .formatted(1 + random.nextInt(9))
                            + " from log_anchor where "
                            + Rows.ANCHOR.any(db, random))))
        .map(attack -> attack.foundBy("audit"))
        .toList();
  }
}
