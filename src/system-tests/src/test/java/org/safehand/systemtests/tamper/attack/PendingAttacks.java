package org.safehand.systemtests.tamper.attack;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.safehand.bench.recording.SyntheticEvents;
import org.safehand.custody.chain.SystemChain;
import org.safehand.custody.event.CustodyEvent;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.event.NodeKey;
import org.safehand.custody.event.RecordedEvent;
import org.safehand.referral.id.Ids;
import org.safehand.systemtests.tamper.forgery.ForgedCase;
import org.safehand.systemtests.tamper.forgery.StolenKeys;
import org.safehand.systemtests.tamper.scene.Superuser;

/**
 * Events that wait for the sequencer, put in or changed by somebody who has every key of the cases
 * but no node's: the chains are perfect, the signatures are not.
 */
public final class PendingAttacks {
  private final StolenKeys keys;
  private final SyntheticEvents events =
      new SyntheticEvents(new Ids(Clock.systemUTC(), new SecureRandom()), Clock.systemUTC());

  public PendingAttacks(StolenKeys keys) {
    this.keys = requireNonNull(keys, "keys is null");
  }

  /** All of them. */
  public List<Attack> all() {
    return List.of(
        Edits.bit("pending: a bit of the node's signature", Rows.PENDING, "node_signature"),
        Edits.swap(
            "pending: signatures of two events",
            Rows.PENDING,
            "b.log_index is null",
            "node_signature"),
        Edits.set("pending: another node", Rows.PENDING, "node_id", "'gateway-2'"),
        new Attack("key destroyed, and a forged record of it put in", this::forgeErasure),
        new Attack("put in, unsigned", (db, random) -> unsigned(db, random)),
        new Attack(
            "put in, signed by an unknown node",
            (db, random) -> append(NodeKey.generate("gateway-9", new SecureRandom()), db, random)),
        new Attack(
            "put in, signed by another key of a known node",
            (db, random) ->
                append(NodeKey.generate(keys.node().nodeId(), new SecureRandom()), db, random)));
  }

  private void forgeErasure(Superuser db, RandomGenerator random) throws Exception {
    String gone = Rows.KEY.text("case_id", Rows.KEY.any(db, random), db);
    UUID system = SystemChain.caseId(keys.node().nodeId());
    EventHeader model = events.next().header();
    EventHeader erasure =
        EventHeader.builder(model.eventId(), EventType.RETENTION_ERASED)
            .occasion(model.occasion())
            .actor(model.actor())
            .instrument(model.instrument())
            .fact("case", gone)
            .build();
    NodeKey stranger = NodeKey.generate(keys.node().nodeId(), new SecureRandom());
    new ForgedCase(system, keys, db).append(CustodyEvent.of(erasure), stranger);
    db.run("delete from case_key where case_id = '" + gone + "'");
  }

  private void unsigned(Superuser db, RandomGenerator random) throws Exception {
    RecordedEvent forged = append(keys.node(), db, random);
    db.run(
        "update custody_event set node_signature = '' where event_id = ?",
        forged.event().header().eventId());
  }

  private RecordedEvent append(NodeKey signer, Superuser db, RandomGenerator random)
      throws Exception {
    UUID caseId =
        UUID.fromString(Rows.CASE_HEAD.text("case_id", Rows.CASE_HEAD.any(db, random), db));
    return new ForgedCase(caseId, keys, db).append(events.next(), signer);
  }
}
