package org.safehand.custody.extract;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.chain.TagPeriod;
import org.safehand.custody.event.EventType;
import org.safehand.custody.note.SignedNote;

/**
 * The events of one case with their proofs, as a file has them. Nothing of it is verified.
 *
 * @param caseId the case
 * @param level how much of each event is open
 * @param checkpoint under which all events are proven
 * @param periods the tag keys of the case up to its last event here, oldest first
 * @param nextTagKey the key of what follows; only an extract to date reveals it
 * @param events all events of the case from the first on; the last is the issuing of this extract
 */
public record Extract(
    UUID caseId,
    ExtractLevel level,
    SignedNote checkpoint,
    List<TagPeriod> periods,
    Optional<TagKey> nextTagKey,
    List<ExtractEvent> events) {
  /** What a server calls the file. */
  public static final String MEDIA_TYPE = "application/vnd.safehand.custody-extract+json";

  /** How the file's name ends. */
  public static final String SUFFIX = ".extract.json";

  /** The most events that an extract may have: verifying it takes some 400 MiB then. */
  public static final int MAX_EVENTS = 10_000;

  /** The longest that the file may be, in bytes. */
  public static final int MAX_BYTES = 32 << 20;

  public Extract {
    requireNonNull(caseId, "caseId is null");
    requireNonNull(level, "level is null");
    requireNonNull(checkpoint, "checkpoint is null");
    periods = List.copyOf(periods);
    requireNonNull(nextTagKey, "nextTagKey is null");
    events = List.copyOf(events);
    if (events.isEmpty() || periods.isEmpty()) {
      throw new IllegalArgumentException("an extract has an event and a tag key");
    }
  }

  /** The extract whose file is exactly {@code bytes}. */
  public static Extract parse(byte[] bytes) throws ExtractException {
    return ExtractReader.read(bytes);
  }

  /** The file. */
  public byte[] bytes() {
    return ExtractWriter.write(this);
  }

  /**
   * The same extract with no more open than {@code lower} opens. The header of the last event, and
   * of each that vouches for lost ones, stays open: without them nothing could be checked.
   *
   * @param toDate whether the next tag key stays
   */
  public Extract reduced(ExtractLevel lower, boolean toDate) {
    if (lower.compareTo(level) > 0) {
      throw new IllegalArgumentException("what is not open at " + level + " cannot be opened");
    }
    List<ExtractEvent> reduced = new ArrayList<>();
    for (ExtractEvent event : events) {
      boolean last = reduced.size() == events.size() - 1;
      reduced.add(
          event instanceof ExtractEvent.Opened opened
              ? opened.reduced(lower, last || opened.is(EventType.RESTORED))
              : event);
    }
    return new Extract(
        caseId, lower, checkpoint, periods, nextTagKey.filter(key -> toDate), reduced);
  }
}
