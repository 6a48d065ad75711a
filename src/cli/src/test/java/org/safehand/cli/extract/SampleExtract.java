package org.safehand.cli.extract;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.safehand.cli.TestTrust;
import org.safehand.custody.chain.PeriodEnd;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.chain.TagPeriod;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.CustodyEvent;
import org.safehand.custody.event.EventDetail;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventLink;
import org.safehand.custody.event.EventType;
import org.safehand.custody.event.LeafMaker;
import org.safehand.custody.event.RecordedEvent;
import org.safehand.custody.extract.Extract;
import org.safehand.custody.extract.ExtractEvent;
import org.safehand.custody.extract.ExtractIssued;
import org.safehand.custody.extract.ExtractLevel;
import org.safehand.custody.log.LogExport;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.proof.ProofMaker;
import org.safehand.custody.provenance.Basis;
import org.safehand.custody.provenance.Instrument;
import org.safehand.custody.provenance.Occasion;
import org.safehand.custody.provenance.Principal;
import org.safehand.custody.tree.BundleId;
import org.safehand.custody.tree.EntryBundle;
import org.safehand.custody.tree.Tile;
import org.safehand.custody.tree.TileId;
import org.safehand.custody.tree.TileSource;
import org.safehand.custody.tree.TreeWriter;

/** A synthetic case in a log of its own, with a trust folder for it. */
public final class SampleExtract implements TileSource {
  private static final String ORIGIN = "example.org/log";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final UUID caseId = UUID.randomUUID();
  private final TagKey tagKey = TagKey.random(RANDOM);
  private final TagKey nextKey = TagKey.random(RANDOM);
  private final LogKey key = LogKey.generate(ORIGIN, RANDOM);
  private final TreeWriter writer = new TreeWriter();
  private final Map<String, Tile> tiles = new HashMap<>();
  private final Map<Long, EntryBundle> bundles = new HashMap<>();
  private final List<RecordedEvent> events = new ArrayList<>();
  private final Path folder;

  /** Everything is written into {@code folder}. */
  public SampleExtract(Path folder) {
    this.folder = folder;
  }

  /** A header of {@code type} by the officer 1001. */
  public static EventHeader.Builder header(EventType type) {
    return EventHeader.builder(UUID.randomUUID(), type)
        .occasion(Occasion.at(Instant.parse("2026-11-24T09:00:00.123Z")))
        .actor(new Principal("1001", "referral-officer", "Example Hotline", "session acr=2"))
        .instrument(new Instrument("node-1", "Safehand", "0.1"));
  }

  /** Records the event {@code header}, with {@code texts} in its detail. */
  public void add(EventHeader.Builder header, Map<String, String> texts) {
    EventLink link =
        events.isEmpty()
            ? EventLink.first(caseId)
            : events.get(events.size() - 1).link().next(head());
    events.add(add(link, header.build(), texts));
  }

  /** The case has a second event of the number {@code sequence}. */
  public void fork(int sequence) {
    add(events.get(sequence).link(), header(EventType.READ).build(), Map.of());
  }

  private RecordedEvent add(EventLink link, EventHeader header, Map<String, String> texts) {
    CustodyEvent event = new CustodyEvent(header, new EventDetail(texts));
    RecordedEvent recorded = new LeafMaker(RANDOM).make(link, event, tagKey);
    writer.append(recorded.leaf().bytes());
    TreeWriter.Growth growth = writer.takeGrowth();
    growth.tiles().forEach(t -> tiles.put(t.id().level() + "/" + t.id().index(), t));
    growth.bundles().forEach(bundle -> bundles.put(bundle.id().index(), bundle));
    return recorded;
  }

  private Digest head() {
    return events.get(events.size() - 1).leaf().leafHash();
  }

  /** Issues the extract to date, for the purpose {@code purpose}. */
  public void issue(String purpose) {
    PeriodEnd end = new PeriodEnd(events.size() + 1L, head(), nextKey.commitment());
    EventHeader.Builder header = header(EventType.EXTRACT_ISSUED).basis(Basis.of(purpose));
    add(
        new ExtractIssued(end, ExtractLevel.DETAILS, true).addTo(header),
        Map.of("actorName", "A. Auditor"));
  }

  private SignedNote checkpoint() {
    return key.sign(new Checkpoint(ORIGIN, writer.size(), writer.root()));
  }

  /** The extract opened to {@code level}, as bytes; without a second event of any number. */
  public byte[] bytes(ExtractLevel level) throws IOException {
    List<ExtractEvent> proven = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      proven.add(
          ExtractEvent.Opened.of(
              events.get(i), i, new ProofMaker(this).inclusion(i, writer.size()).path()));
    }
    return new Extract(
            caseId,
            ExtractLevel.DETAILS,
            checkpoint(),
            List.of(new TagPeriod(0, tagKey)),
            Optional.of(nextKey),
            proven)
        .reduced(level, true)
        .bytes();
  }

  /** The extract's file. */
  public Path file(ExtractLevel level) throws IOException {
    return Files.write(folder.resolve(level.wire() + Extract.SUFFIX), bytes(level));
  }

  /** A trust folder for the log. */
  public Path trust() throws Exception {
    Path trust = folder.resolve("trust");
    if (!Files.exists(trust)) {
      TestTrust.write(trust, ORIGIN, key.verifierKey());
    }
    return trust;
  }

  /** The log as it is, exported. */
  public Path log() throws Exception {
    Path log = folder.resolve("log" + writer.size());
    new LogExport(this).write(checkpoint(), log);
    return log;
  }

  @Override
  public Tile tile(TileId id) throws IOException {
    return Optional.ofNullable(tiles.get(id.level() + "/" + id.index()))
        .orElseThrow(() -> new FileNotFoundException(id.path()))
        .prefix(id.width());
  }

  @Override
  public EntryBundle bundle(BundleId id) throws IOException {
    return Optional.ofNullable(bundles.get(id.index()))
        .orElseThrow(() -> new FileNotFoundException(id.path()))
        .prefix(id.width());
  }
}
