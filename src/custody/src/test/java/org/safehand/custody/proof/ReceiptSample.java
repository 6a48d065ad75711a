package org.safehand.custody.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.CustodyEvent;
import org.safehand.custody.event.EventDetail;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventLink;
import org.safehand.custody.event.EventType;
import org.safehand.custody.event.Events;
import org.safehand.custody.event.LeafMaker;
import org.safehand.custody.event.RecordedEvent;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.custody.log.LogFixture;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.provenance.Counterparty;
import org.safehand.custody.tree.MemoryTiles;
import org.safehand.custody.tree.TreeWriter;

/** A case in a log, one of whose events records a receipt. The receipt is not signed by anybody. */
final class ReceiptSample {
  static final String AGENCY = "AG-N-001";
  static final String DISPATCH = "01931b3e-7b2e-7000-8000-0000000000d1";
  static final String SEEN = "example.org/log\n1\nroot\n\n\u2014 a line\n";
  static final Digest PACKAGE = Digest.of("package".getBytes(UTF_8));
  static final Digest SEAL = Digest.of("seal".getBytes(UTF_8));

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final TagKey TAGS = TagKey.random(RANDOM);
  private static final LeafMaker MAKER = new LeafMaker(RANDOM);

  private final List<RecordedEvent> events = new ArrayList<>();
  private final TreeWriter writer = new TreeWriter();
  private final MemoryTiles tiles = new MemoryTiles();

  /** The case whose event 1 is of {@code header}. */
  ReceiptSample(EventHeader header) {
    append(event(EventType.TRANSMIT_AUTHORISED, "").build());
    append(header);
    append(event(EventType.READ, "").build());
    tiles.store(writer);
  }

  private void append(EventHeader header) {
    EventLink link =
        events.isEmpty()
            ? EventLink.first(Events.CASE)
            : last().link().next(last().leaf().leafHash());
    events.add(
        MAKER.make(
            link,
            new CustodyEvent(header, new EventDetail(Map.of("actorName", "A. Example"))),
            TAGS));
    writer.append(last().leaf().bytes());
  }

  private RecordedEvent last() {
    return events.get(events.size() - 1);
  }

  RecordedEvent event(int at) {
    return events.get(at);
  }

  /** The proof of event {@code at}, under a checkpoint of {@code key}. */
  EventProof proof(int at, LogKey key) throws IOException {
    SignedNote note = key.sign(new Checkpoint(key.name(), writer.size(), writer.root()));
    return EventProof.of(
        events.get(at),
        new TlogProof(at, new ProofMaker(tiles).inclusion(at, writer.size()).path(), note));
  }

  EventProof proof(int at) throws IOException {
    return proof(at, LogFixture.KEY);
  }

  /** What an agency says: {@code changes} beside or instead of what is right. */
  static byte[] receipt(Map<String, String> changes) {
    Map<String, String> members = new TreeMap<>();
    members.put("agency", AGENCY);
    members.put("checkpoint", SEEN);
    members.put("dispatchId", DISPATCH);
    members.put("packageDigest", PACKAGE.hex());
    members.put("received", "2026-11-24T03:51:58.000Z");
    members.put("sealDigest", SEAL.hex());
    members.putAll(changes);
    JsonObjectBuilder json = JsonObject.builder();
    members.forEach(json::put);
    return cms(Jcs.write(json.put("version", 1).build()));
  }

  /** SignedData (RFC 5652) with {@code content} inside. */
  static byte[] cms(byte[] content) {
    try {
      return new CMSSignedDataGenerator()
          .generate(new CMSProcessableByteArray(content), true)
          .toASN1Structure()
          .getEncoded("DER");
    } catch (CMSException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The header of an event that records the receipt with this digest. */
  static EventHeader.Builder event(EventType type, String receipt) {
    return Events.header(type)
        .counterparty(new Counterparty(AGENCY, "soap-1"))
        .fact("checkpoint", Digest.of(SEEN.getBytes(UTF_8)))
        .fact("dispatchId", DISPATCH)
        .fact("packageDigest", PACKAGE)
        .fact("receipt", receipt)
        .fact("sealDigest", SEAL);
  }

  static EventHeader.Builder recording(byte[] receipt) {
    return event(EventType.DELIVERY_RECEIPT, Digest.of(receipt).hex());
  }
}
