package org.safehand.custody.extract;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.event.EventDetail;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventLink;
import org.safehand.custody.event.EventType;
import org.safehand.custody.event.RecordedEvent;

/** One event in an extract; which one, is its place in the list. */
public sealed interface ExtractEvent {
  /** Where its leaf stands in the log. */
  long index();

  /** The leaf. */
  BlindLeaf leaf();

  /** The siblings from the leaf up, to the root of the extract's checkpoint. */
  List<Digest> proof();

  /**
   * An event of which at least the link is open.
   *
   * @param detail absent where {@code header} is
   */
  record Opened(
      long index,
      BlindLeaf leaf,
      List<Digest> proof,
      OpenedPart<EventLink> link,
      Optional<OpenedPart<EventHeader>> header,
      Optional<OpenedPart<EventDetail>> detail)
      implements ExtractEvent {
    public Opened {
      requireNonNull(leaf, "leaf is null");
      proof = List.copyOf(proof);
      requireNonNull(link, "link is null");
      requireNonNull(header, "header is null");
      requireNonNull(detail, "detail is null");
    }

    /** {@code event} with everything open. */
    public static Opened of(RecordedEvent event, long index, List<Digest> proof) {
      return new Opened(
          index,
          event.leaf(),
          proof,
          new OpenedPart<>(event.link(), event.salts().link()),
          Optional.of(new OpenedPart<>(event.event().header(), event.salts().header())),
          Optional.of(new OpenedPart<>(event.event().detail(), event.salts().detail())));
    }

    /** Whether the header is open and of {@code type}. */
    public boolean is(EventType type) {
      return header.filter(part -> part.value().type() == type).isPresent();
    }

    /** This event without what {@code level} does not open, but with its header if that is kept. */
    Opened reduced(ExtractLevel level, boolean keepHeader) {
      boolean headers = keepHeader || level.compareTo(ExtractLevel.HEADERS) >= 0;
      return new Opened(
          index,
          leaf,
          proof,
          link,
          header.filter(part -> headers),
          detail.filter(part -> level == ExtractLevel.DETAILS));
    }
  }

  /** An event of which only the log still knows, because the database was restored without it. */
  record Lost(long index, BlindLeaf leaf, List<Digest> proof) implements ExtractEvent {
    public Lost {
      requireNonNull(leaf, "leaf is null");
      proof = List.copyOf(proof);
    }
  }
}
