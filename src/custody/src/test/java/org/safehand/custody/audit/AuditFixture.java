package org.safehand.custody.audit;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.safehand.custody.chain.SystemChain;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.event.CustodyEvent;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventLink;
import org.safehand.custody.event.EventType;
import org.safehand.custody.event.Events;
import org.safehand.custody.event.LeafMaker;
import org.safehand.custody.event.RecordedEvent;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.provenance.Instrument;
import org.safehand.custody.provenance.Occasion;
import org.safehand.custody.provenance.Principal;
import org.safehand.custody.tree.BundleId;
import org.safehand.custody.tree.EntryBundle;
import org.safehand.custody.tree.MemoryTiles;
import org.safehand.custody.tree.Tile;
import org.safehand.custody.tree.TileId;
import org.safehand.custody.tree.TileSource;
import org.safehand.custody.tree.TreeWriter;
import org.safehand.custody.trust.LogTrust;

/** A stored log of two cases and a system chain, in lists that a test may change. */
final class AuditFixture implements StoredLog {
  static final LogKey KEY = LogKey.generate("example.org/log", new SecureRandom());
  static final LogTrust TRUST = new LogTrust(KEY.name(), List.of(KEY.verifierKey()), List.of(), 0);
  static final UUID FIRST = UUID.fromString("01931b3e-7b2e-7000-8000-000000000001");

  /** Its first byte is above 0x7f, where signed and unsigned order differ. */
  static final UUID SECOND = UUID.fromString("f1931b3e-7b2e-7000-8000-000000000002");

  static final UUID SYSTEM = SystemChain.caseId("node-1");

  final List<StoredEvent> events = new ArrayList<>();
  final List<IndexedLeaf> leaves = new ArrayList<>();
  final List<StoredChain> chains = new ArrayList<>();
  final List<StoredCheckpoint> checkpoints = new ArrayList<>();
  final List<LostLeaf> lost = new ArrayList<>();
  final Map<UUID, TagKey> tagKeys = new HashMap<>();
  final List<TileId> furtherTiles = new ArrayList<>();
  final List<BundleId> furtherBundles = new ArrayList<>();
  Optional<StoredHead> head = Optional.empty();

  private final SecureRandom random = new SecureRandom();
  private final LeafMaker maker = new LeafMaker(random);
  private final TreeWriter tree = new TreeWriter();
  private MemoryTiles tiles = new MemoryTiles();
  private final Map<UUID, RecordedEvent> last = new HashMap<>();
  private UnaryOperator<Tile> tileChange = UnaryOperator.identity();
  private Optional<TileSource> replacement = Optional.empty();

  /** Three hundred events, so that tiles of two levels exist, with a checkpoint each hundred. */
  AuditFixture() {
    for (int i = 0; i < 300; i++) {
      add(i % 3 == 0 ? FIRST : i % 3 == 1 ? SECOND : SYSTEM, EventType.READ, Map.of());
      if (i % 100 == 99) {
        publish();
      }
    }
  }

  /** Records an event of {@code chain} and gives it the next index. */
  RecordedEvent add(UUID chain, EventType type, Map<String, String> facts) {
    RecordedEvent before = last.get(chain);
    EventLink link =
        before == null ? EventLink.first(chain) : before.link().next(before.leaf().leafHash());
    EventHeader.Builder header =
        EventHeader.builder(UUID.randomUUID(), type)
            .occasion(Occasion.at(Events.TIME))
            .actor(new Principal("S-1042", "referral-officer", "hotline.example", "otp"))
            .instrument(new Instrument("node-1", "safehand", "0.1.0"));
    facts.forEach(header::fact);
    TagKey tagKey = tagKeys.computeIfAbsent(chain, id -> TagKey.random(random));
    RecordedEvent event = maker.make(link, CustodyEvent.of(header.build()), tagKey);
    last.put(chain, event);
    leaves.add(new IndexedLeaf(tree.size(), event.leaf().leafHash()));
    tree.append(event.leaf().bytes());
    events.add(
        new StoredEvent(
            event.event().header().eventId(),
            chain,
            link.caseSequence(),
            type.wire(),
            Optional.of(event.leaf()),
            event.leaf().leafHash(),
            new Opening.Opened(event, tagKey)));
    return event;
  }

  void publish() {
    tiles.store(tree);
    String note = KEY.sign(new Checkpoint(KEY.name(), tree.size(), tree.root())).toString();
    checkpoints.add(new StoredCheckpoint(tree.size(), false, note));
    checkpoints.add(new StoredCheckpoint(tree.size(), true, note));
    head = Optional.of(new StoredHead(tree.size(), tree.root()));
    chains.clear();
    last.forEach(
        (id, event) ->
            chains.add(
                new StoredChain(
                    id, event.link().caseSequence() + 1, Optional.of(event.leaf().leafHash()))));
  }

  /** The place in {@link #events} of an event. */
  int at(UUID chain, long sequence) {
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).caseId().equals(chain) && events.get(i).sequence() == sequence) {
        return i;
      }
    }
    throw new IllegalArgumentException("no such event");
  }

  void clearTiles() {
    tiles = new MemoryTiles();
  }

  /** Tiles and bundles are read from {@code other} from now on. */
  void replaceTiles(TileSource other) {
    replacement = Optional.of(other);
  }

  void changeTiles(UnaryOperator<Tile> change) {
    tileChange = change;
  }

  @Override
  public Stream<StoredEvent> events() {
    return events.stream()
        .sorted(
            Comparator.comparing((StoredEvent event) -> event.caseId().toString())
                .thenComparingLong(StoredEvent::sequence));
  }

  @Override
  public Stream<StoredChain> chains() {
    return chains.stream().sorted(Comparator.comparing(chain -> chain.caseId().toString()));
  }

  @Override
  public Stream<IndexedLeaf> leaves() {
    return leaves.stream().sorted(Comparator.comparingLong(IndexedLeaf::index));
  }

  @Override
  public Stream<LostLeaf> lost() {
    return lost.stream();
  }

  @Override
  public Stream<StoredCheckpoint> checkpoints() {
    return checkpoints.stream();
  }

  @Override
  public Optional<StoredHead> head() {
    return head;
  }

  @Override
  public TileSource tiles() {
    return replacement.orElseGet(this::own);
  }

  private TileSource own() {
    return new TileSource() {
      @Override
      public Tile tile(TileId id) throws IOException {
        return tileChange.apply(tiles.tile(id));
      }

      @Override
      public EntryBundle bundle(BundleId id) throws IOException {
        return tiles.bundle(id);
      }
    };
  }

  @Override
  public Stream<TileId> tileIds() {
    return Stream.concat(tiles.tileIds(), furtherTiles.stream());
  }

  @Override
  public Stream<BundleId> bundleIds() {
    return Stream.concat(tiles.bundleIds(), furtherBundles.stream());
  }
}
