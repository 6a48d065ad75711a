package org.safehand.custody.completeness;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.safehand.custody.chain.PeriodEnd;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.chain.TagPeriod;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.event.CustodyEvent;
import org.safehand.custody.event.EventDetail;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventLink;
import org.safehand.custody.event.EventType;
import org.safehand.custody.event.Events;
import org.safehand.custody.event.LeafMaker;
import org.safehand.custody.event.RecordedEvent;
import org.safehand.custody.extract.Extract;
import org.safehand.custody.extract.ExtractEvent;
import org.safehand.custody.extract.ExtractIssued;
import org.safehand.custody.extract.ExtractLevel;

/**
 * The chain of one case. What is set in the {@code forge} fields is applied to the next event,
 * which the log then truly holds: only a rule of the chain can tell that it is wrong.
 */
public final class SampleCase {
  private static final SecureRandom RANDOM = new SecureRandom();

  public final UUID id;
  public final List<ExtractEvent> events = new ArrayList<>();
  public final List<TagPeriod> periods = new ArrayList<>();
  public TagKey nextKey;
  public UnaryOperator<EventLink> forgeLink = UnaryOperator.identity();
  public UnaryOperator<BlindLeaf> forgeLeaf = UnaryOperator.identity();
  public UnaryOperator<ExtractIssued> forgeIssued = UnaryOperator.identity();
  public Optional<TagKey> forgeKey = Optional.empty();

  private final SampleLog log;
  private final SecureRandom random;
  private final Function<EventType, EventHeader.Builder> headers;

  /** A case whose salts and tag keys are of {@code random}, and whose headers {@code headers}. */
  public SampleCase(
      SampleLog log,
      UUID id,
      SecureRandom random,
      Function<EventType, EventHeader.Builder> headers) {
    this.log = log;
    this.id = id;
    this.random = random;
    this.headers = headers;
    this.nextKey = TagKey.random(random);
    periods.add(new TagPeriod(0, TagKey.random(random)));
  }

  SampleCase(SampleLog log, UUID id) {
    this(log, id, RANDOM, Events::header);
  }

  SampleCase(SampleLog log) {
    this(log, UUID.randomUUID());
  }

  /** The key under which the next event is tagged. */
  public TagKey key() {
    return periods.get(periods.size() - 1).key();
  }

  public Digest head() {
    return events.get(events.size() - 1).leaf().leafHash();
  }

  public void add(EventType type) {
    add(headers.apply(type));
  }

  public void add(EventHeader.Builder header) {
    EventLink link =
        events.isEmpty() ? EventLink.first(id) : new EventLink(id, events.size(), head());
    RecordedEvent event =
        new LeafMaker(random)
            .make(
                forgeLink.apply(link),
                new CustodyEvent(header.build(), new EventDetail(Map.of("actorName", "A. Name"))),
                forgeKey.orElse(key()));
    BlindLeaf leaf = forgeLeaf.apply(event.leaf());
    ExtractEvent.Opened opened = ExtractEvent.Opened.of(event, log.append(leaf), List.of());
    events.add(
        new ExtractEvent.Opened(
            opened.index(), leaf, List.of(), opened.link(), opened.header(), opened.detail()));
    forgeLink = UnaryOperator.identity();
    forgeLeaf = UnaryOperator.identity();
    forgeKey = Optional.empty();
  }

  /** What the event that issues an extract now would say. */
  public ExtractIssued issued(ExtractLevel level, boolean toDate) {
    return new ExtractIssued(
        new PeriodEnd(events.size() + 1L, head(), nextKey.commitment()), level, toDate);
  }

  /** Issues an extract; what follows is tagged under the next key. */
  public void issue(ExtractLevel level, boolean toDate) {
    ExtractIssued issued = forgeIssued.apply(issued(level, toDate));
    add(issued.addTo(headers.apply(EventType.EXTRACT_ISSUED)));
    forgeIssued = UnaryOperator.identity();
    periods.add(new TagPeriod(events.size(), nextKey));
    nextKey = TagKey.random(random);
  }

  /** The event number {@code sequence} is lost. */
  public void lose(int sequence) {
    ExtractEvent event = events.get(sequence);
    events.set(sequence, new ExtractEvent.Lost(event.index(), event.leaf(), List.of()));
  }

  /** The first {@code count} events, everything open, the next tag key too. */
  public Extract whole(int count) {
    List<ExtractEvent> proven = events.subList(0, count).stream().map(this::proven).toList();
    List<TagPeriod> until = periods.stream().filter(period -> period.first() < count).toList();
    Optional<TagKey> next =
        periods.stream().filter(period -> period.first() >= count).findFirst().map(TagPeriod::key);
    return new Extract(id, ExtractLevel.DETAILS, log.checkpoint(), until, next, proven);
  }

  public Extract whole() {
    return whole(events.size());
  }

  public Extract extract(ExtractLevel level) {
    return whole().reduced(level, false);
  }

  private ExtractEvent proven(ExtractEvent event) {
    List<Digest> proof = log.proof(event.index());
    return event instanceof ExtractEvent.Opened o
        ? new ExtractEvent.Opened(o.index(), o.leaf(), proof, o.link(), o.header(), o.detail())
        : new ExtractEvent.Lost(event.index(), event.leaf(), proof);
  }
}
