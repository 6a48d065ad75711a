package org.safehand.systemtests.tamper.forgery;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.event.CustodyEvent;
import org.safehand.custody.event.EventLink;
import org.safehand.custody.event.LeafMaker;
import org.safehand.custody.event.NodeKey;
import org.safehand.custody.event.RecordedEvent;
import org.safehand.systemtests.tamper.scene.Superuser;

/** One case whose events are made anew with its stolen keys, so that they form a perfect chain. */
public final class ForgedCase {
  private final UUID caseId;
  private final StolenKeys keys;
  private final Superuser database;
  private final SecretKey custodyKey;
  private final LeafMaker leaves = new LeafMaker(new SecureRandom());

  /** The case {@code caseId}, opened with {@code keys}. */
  public ForgedCase(UUID caseId, StolenKeys keys, Superuser database) throws Exception {
    this.caseId = requireNonNull(caseId, "caseId is null");
    this.keys = requireNonNull(keys, "keys is null");
    this.database = requireNonNull(database, "database is null");
    this.custodyKey = keys.custodyKey(caseId, database);
  }

  private record Stored(UUID eventId, long sequence) {}

  /** Says that something else happened at {@code sequence}, and makes all that follows fit. */
  public void rewrite(long sequence, CustodyEvent instead) throws Exception {
    remake(sequence, sequence, Optional.of(instead));
  }

  /** Says that nothing happened at {@code sequence}, and makes all that follows fit. */
  public void drop(long sequence) throws Exception {
    database.run(
        "delete from custody_event where case_id = ? and case_sequence = ?", caseId, sequence);
    remake(sequence, sequence + 1, Optional.empty());
  }

  /** Remakes the events from {@code from} as those from {@code to}. */
  private void remake(long to, long from, Optional<CustodyEvent> first) throws Exception {
    EventLink link = linkAt(to);
    Optional<CustodyEvent> instead = first;
    for (Stored old : events(from)) {
      CustodyEvent event = instead.isPresent() ? instead.get() : open(old);
      instead = Optional.empty();
      RecordedEvent forged = leaves.make(link, event, tagKey(link.caseSequence()));
      database.run(
          "update custody_event set event_id = ?, case_sequence = ?, type = ?, leaf = ?,"
              + " leaf_hash = ?, sealed_body = ?, node_signature = ? where event_id = ?",
          event.header().eventId(),
          link.caseSequence(),
          event.header().type().wire(),
          forged.leaf().bytes(),
          forged.leaf().leafHash().bytes(),
          seal(forged),
          keys.node().sign(forged.leaf()),
          old.eventId());
      link = link.next(forged.leaf().leafHash());
    }
    CaseHeads.fit(database);
  }

  /** Adds an event at the end, pending, under the name of the node but signed by {@code signer}. */
  public RecordedEvent append(CustodyEvent event, NodeKey signer) throws Exception {
    long next = database.number("select next_sequence from custody_case where case_id = ?", caseId);
    RecordedEvent forged = leaves.make(linkAt(next), event, tagKey(next));
    database.run(
        "insert into custody_event (event_id, case_id, case_sequence, type, recorded_at, leaf,"
            + " leaf_hash, sealed_body, node_id, node_signature)"
            + " values (?, ?, ?, ?, now(), ?, ?, ?, ?, ?)",
        event.header().eventId(),
        caseId,
        next,
        event.header().type().wire(),
        forged.leaf().bytes(),
        forged.leaf().leafHash().bytes(),
        seal(forged),
        signer.nodeId(),
        signer.sign(forged.leaf()));
    CaseHeads.fit(database);
    return forged;
  }

  private TagKey tagKey(long sequence) throws Exception {
    return keys.tagKey(custodyKey, caseId, sequence, database);
  }

  private EventLink linkAt(long sequence) throws Exception {
    @Nullable Digest previous = null;
    if (sequence > 0) {
      previous =
          database.one(
              row -> Digest.ofBytes(row.getBytes(1)),
              "select leaf_hash from custody_event where case_id = ? and case_sequence = ?",
              caseId,
              sequence - 1);
    }
    return new EventLink(caseId, sequence, previous);
  }

  private List<Stored> events(long from) throws Exception {
    return database.ask(
        row -> new Stored(row.getObject(1, UUID.class), row.getLong(2)),
        "select event_id, case_sequence from custody_event"
            + " where case_id = ? and case_sequence >= ? order by case_sequence",
        caseId,
        from);
  }

  private CustodyEvent open(Stored row) throws Exception {
    byte[] sealed = bytes("sealed_body", row);
    byte[] body = keys.openBody(custodyKey, caseId, row.eventId(), row.sequence(), sealed);
    return RecordedEvent.open(body, BlindLeaf.of(bytes("leaf", row)).orElseThrow()).event();
  }

  private byte[] bytes(String column, Stored row) throws Exception {
    return database.one(
        found -> found.getBytes(1),
        "select " + column + " from custody_event where event_id = ?",
        row.eventId());
  }

  private byte[] seal(RecordedEvent event) throws Exception {
    return keys.sealBody(
        custodyKey,
        caseId,
        event.event().header().eventId(),
        event.link().caseSequence(),
        event.body());
  }
}
