package org.safehand.referral.port.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.safehand.custody.chain.PeriodEnd;
import org.safehand.custody.chain.SystemChain;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.chain.TagPeriod;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.CustodyEvent;
import org.safehand.custody.event.EventLink;
import org.safehand.custody.event.LeafMaker;
import org.safehand.custody.event.RecordedEvent;
import org.safehand.custody.extract.Extract;
import org.safehand.custody.extract.ExtractEvent;
import org.safehand.custody.extract.ExtractIssued;
import org.safehand.custody.extract.ExtractLevel;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.proof.ProofMaker;
import org.safehand.custody.proof.TlogProof;
import org.safehand.custody.tree.TreeWriter;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.port.CustodyReader;
import org.safehand.referral.port.CustodyRecorder;
import org.safehand.referral.port.Extracts;
import org.safehand.referral.query.CustodyEntry;
import org.safehand.referral.query.IssuedExtract;

/**
 * The custody log in memory: real leaves, a real tree, a checkpoint signed by a real key. Events
 * are published when {@link #publish} is called; without a quorum, that is witnessed too.
 */
public final class InMemoryCustodyLog implements CustodyRecorder, CustodyReader, Extracts {
  public static final String ORIGIN = "safehand.example.org/log";
  private static final UUID SYSTEM = SystemChain.caseId("node-1");

  private final SecureRandom random = new SecureRandom();
  private LogKey key = LogKey.generate(ORIGIN, random);
  private final LeafMaker maker = new LeafMaker(random);
  private final Shelf<UUID, List<TagPeriod>> periods;
  private final Shelf<Digest, RecordedEvent> events;
  private final TreeWriter tree = new TreeWriter();
  private final InMemoryTiles tiles = new InMemoryTiles();
  private final List<Digest> published = new ArrayList<>();
  private Optional<SignedNote> checkpoint = Optional.empty();

  public InMemoryCustodyLog(InMemoryUnitOfWork unit) {
    this.periods = new Shelf<>(unit);
    this.events = new Shelf<>(unit);
  }

  @Override
  public Digest record(CaseId caseId, CustodyEvent event) {
    return record(caseId.value(), event);
  }

  @Override
  public Digest recordOutsideCases(CustodyEvent event) {
    return record(SYSTEM, event);
  }

  @Override
  public Digest endPeriod(CaseId caseId, Function<PeriodEnd, CustodyEvent> event) {
    List<RecordedEvent> before = chain(caseId.value());
    if (before.isEmpty()) {
      throw new IllegalStateException("the case has no event yet");
    }
    TagKey next = TagKey.random(random);
    int count = before.size() + 1;
    Digest head = last(before).leaf().leafHash();
    Digest leaf = record(caseId, event.apply(new PeriodEnd(count, head, next.commitment())));
    List<TagPeriod> all = new ArrayList<>(periods(caseId.value()));
    all.add(new TagPeriod(count, next));
    periods.put(caseId.value(), all);
    return leaf;
  }

  private List<TagPeriod> periods(UUID chain) {
    return periods
        .find(chain)
        .orElseGet(
            () -> {
              List<TagPeriod> first = List.of(new TagPeriod(0, TagKey.random(random)));
              periods.putNew(chain, first);
              return first;
            });
  }

  private Digest record(UUID chain, CustodyEvent event) {
    List<RecordedEvent> before = chain(chain);
    EventLink link =
        before.isEmpty()
            ? EventLink.first(chain)
            : before.get(before.size() - 1).link().next(last(before).leaf().leafHash());
    List<TagPeriod> soFar = periods(chain);
    RecordedEvent recorded = maker.make(link, event, soFar.get(soFar.size() - 1).key());
    events.putNew(recorded.leaf().leafHash(), recorded);
    return recorded.leaf().leafHash();
  }

  private static RecordedEvent last(List<RecordedEvent> chain) {
    return chain.get(chain.size() - 1);
  }

  private List<RecordedEvent> chain(UUID chain) {
    return events.all().values().stream()
        .filter(event -> event.link().caseId().equals(chain))
        .toList();
  }

  /** Integrates everything recorded and signs a checkpoint. */
  public synchronized SignedNote publish() {
    for (Map.Entry<Digest, RecordedEvent> event : events.all().entrySet()) {
      if (!published.contains(event.getKey())) {
        tree.append(event.getValue().leaf().bytes());
        published.add(event.getKey());
      }
    }
    tiles.add(tree.takeGrowth());
    SignedNote note = key.sign(new Checkpoint(ORIGIN, tree.size(), tree.root()));
    checkpoint = Optional.of(note);
    return note;
  }

  /** The log goes on under another key. */
  public synchronized void changeKey() {
    key = LogKey.generate(ORIGIN, random);
  }

  /** The newest checkpoint. */
  public synchronized Optional<SignedNote> checkpoint() {
    return checkpoint;
  }

  /** How many events the newest checkpoint commits to. */
  public synchronized long publishedSize() {
    return published.size();
  }

  /** When the event at {@code index} of all was recorded, as it says itself. */
  Optional<Instant> recordedAt(long index) {
    return events.all().values().stream()
        .skip(index)
        .findFirst()
        .map(event -> event.event().header().time());
  }

  @Override
  public synchronized List<CustodyEntry> entries(CaseId caseId) {
    return chain(caseId.value()).stream()
        .map(event -> new CustodyEntry(event, standing(event.leaf().leafHash())))
        .toList();
  }

  private CustodyEntry.Standing standing(Digest leafHash) {
    return published.contains(leafHash)
        ? CustodyEntry.Standing.WITNESSED
        : CustodyEntry.Standing.RECORDED;
  }

  @Override
  public synchronized Optional<TlogProof> witnessedProof(Digest leafHash) {
    int index = published.indexOf(leafHash);
    return checkpoint.filter(note -> index >= 0).map(note -> prove(index, note));
  }

  private TlogProof prove(int index, SignedNote note) {
    return new TlogProof(index, path(index), note);
  }

  private List<Digest> path(int index) {
    try {
      return new ProofMaker(tiles).inclusion(index, published.size()).path();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long length(CaseId caseId) {
    return chain(caseId.value()).size();
  }

  @Override
  public synchronized Optional<IssuedExtract> find(CaseId caseId, UUID eventId) {
    List<RecordedEvent> chain = chain(caseId.value());
    return chain.stream()
        .filter(event -> event.event().header().eventId().equals(eventId))
        .findFirst()
        .flatMap(event -> issued(event, chain.subList(0, chain.indexOf(event) + 1)));
  }

  private Optional<IssuedExtract> issued(RecordedEvent last, List<RecordedEvent> until) {
    return ExtractIssued.of(last.event().header())
        .map(
            issued ->
                new IssuedExtract(
                    new StaffNumber(last.event().header().actor().id()), issued, whole(until)));
  }

  private Optional<Extract> whole(List<RecordedEvent> events) {
    if (!published.containsAll(events.stream().map(event -> event.leaf().leafHash()).toList())) {
      return Optional.empty();
    }
    List<ExtractEvent> proven = new ArrayList<>();
    for (RecordedEvent event : events) {
      int index = published.indexOf(event.leaf().leafHash());
      proven.add(ExtractEvent.Opened.of(event, index, path(index)));
    }
    UUID chain = events.get(0).link().caseId();
    List<TagPeriod> all = periods(chain);
    return Optional.of(
        new Extract(
            chain,
            ExtractLevel.DETAILS,
            checkpoint.orElseThrow(),
            all.stream().filter(period -> period.first() < events.size()).toList(),
            all.stream()
                .filter(period -> period.first() >= events.size())
                .findFirst()
                .map(TagPeriod::key),
            proven));
  }

  /** The wire names of the case's events, in order. */
  public List<String> types(CaseId caseId) {
    return names(caseId.value());
  }

  /** The wire names of the events that belong to no case, in order. */
  public List<String> systemTypes() {
    return names(SYSTEM);
  }

  private List<String> names(UUID chain) {
    return chain(chain).stream().map(event -> event.event().header().type().wire()).toList();
  }

  /** The newest event of all. */
  public RecordedEvent newest() {
    List<RecordedEvent> all = List.copyOf(events.all().values());
    return last(all);
  }

  /** How many events there are. */
  public int size() {
    return events.all().size();
  }

  /** What verifies the checkpoints. */
  public LogKey key() {
    return key;
  }

  /** Where the log can be exported from. */
  public InMemoryTiles tiles() {
    return tiles;
  }
}
