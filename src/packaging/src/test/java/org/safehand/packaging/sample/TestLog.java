package org.safehand.packaging.sample;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.CustodyEvent;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventLink;
import org.safehand.custody.event.EventType;
import org.safehand.custody.event.LeafMaker;
import org.safehand.custody.event.RecordedEvent;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.proof.TlogProof;
import org.safehand.custody.provenance.Instrument;
import org.safehand.custody.provenance.Occasion;
import org.safehand.custody.provenance.Principal;
import org.safehand.custody.tree.TreeWriter;
import org.safehand.custody.trust.LogTrust;

/** A log of two events: one of the case, and one that authorises. */
public final class TestLog {
  public static final Principal NODE =
      new Principal("node-1", "machine", TestPki.ORGANISATION, "key");

  private static final String ORIGIN = "safehand.example.org/log";

  private final LogKey key;
  private final TagKey tagKey;
  private final LeafMaker maker;
  private final RecordedEvent first;

  /** The log of the case {@code caseId}. */
  public TestLog(UUID caseId) {
    this(EventLink.first(caseId), header(EventType.INTAKE), new SecureRandom());
  }

  /** The log that begins with {@code event} at {@code link}, its secrets out of {@code random}. */
  public TestLog(EventLink link, EventHeader.Builder event, SecureRandom random) {
    key = LogKey.generate(ORIGIN, random);
    tagKey = TagKey.random(random);
    maker = new LeafMaker(random);
    first = maker.make(link, event(event), tagKey);
  }

  /** What trusts this log and no other. */
  public LogTrust trust() {
    return new LogTrust(ORIGIN, List.of(key.verifierKey()), List.of(), 0);
  }

  /** The events of the case before it was sealed. */
  public List<RecordedEvent> events() {
    return List.of(first);
  }

  /** The next event of the case. */
  public RecordedEvent next(EventHeader.Builder header) {
    Digest previous = first.leaf().leafHash();
    return maker.make(first.link().next(previous), event(header), tagKey);
  }

  /** The proof that {@code second} stands right after the first event. */
  public TlogProof prove(RecordedEvent second) {
    TreeWriter tree = new TreeWriter();
    tree.append(first.leaf().bytes());
    tree.append(second.leaf().bytes());
    return new TlogProof(
        1,
        List.of(first.leaf().leafHash()),
        key.sign(new Checkpoint(ORIGIN, tree.size(), tree.root())));
  }

  private static CustodyEvent event(EventHeader.Builder header) {
    return CustodyEvent.of(header.build());
  }

  /** A header of {@code type} by this node, as of now. */
  public static EventHeader.Builder header(EventType type) {
    return header(UUID.randomUUID(), type, Instant.now());
  }

  /** A header of {@code type} by this node, as of {@code time}. */
  public static EventHeader.Builder header(UUID id, EventType type, Instant time) {
    return EventHeader.builder(id, type)
        .occasion(Occasion.at(time))
        .actor(NODE)
        .instrument(new Instrument("node-1", "safehand", "0.1.0"));
  }
}
