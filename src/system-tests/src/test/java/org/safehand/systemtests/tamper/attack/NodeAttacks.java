package org.safehand.systemtests.tamper.attack;

import java.security.SecureRandom;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.event.NodeKey;
import org.safehand.systemtests.tamper.scene.Superuser;

/** Signatures of nodes, changed when the sequencer has long seen them. */
public final class NodeAttacks {
  private NodeAttacks() {}

  /** All of them; the audit finds each. */
  public static List<Attack> all() {
    return Stream.of(
            Edits.bit("node signature: a bit", Rows.SEQUENCED, "node_signature"),
            Edits.swap("node signatures of two events", Rows.SEQUENCED, "true", "node_signature"),
            Edits.set("node: another", Rows.SEQUENCED, "node_id", "'gateway-2'"),
            new Attack(
                "node signature: of an unlisted key of the same name",
                (db, random) -> resign("gateway-1", db, random)),
            new Attack(
                "node signature: of an unlisted node",
                (db, random) -> resign("gateway-9", db, random)))
        .map(attack -> attack.foundBy("audit"))
        .toList();
  }

  private static void resign(String nodeId, Superuser db, RandomGenerator random) throws Exception {
    String where = Rows.SEQUENCED.any(db, random);
    byte[] leaf = db.one(row -> row.getBytes(1), "select leaf from custody_event where " + where);
    NodeKey stranger = NodeKey.generate(nodeId, new SecureRandom());
    db.run(
        "update custody_event set node_id = ?, node_signature = ? where " + where,
        nodeId,
        stranger.sign(BlindLeaf.of(leaf).orElseThrow()));
  }
}
