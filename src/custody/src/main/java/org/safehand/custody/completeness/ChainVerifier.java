package org.safehand.custody.completeness;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.chain.TagPeriod;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventLink;
import org.safehand.custody.event.EventType;
import org.safehand.custody.extract.Extract;
import org.safehand.custody.extract.ExtractEvent;
import org.safehand.custody.extract.ExtractException;
import org.safehand.custody.extract.ExtractFault;
import org.safehand.custody.extract.ExtractIssued;
import org.safehand.custody.extract.OpenedPart;

/** The events together: one case, every number once, each after the one before, tagged so. */
final class ChainVerifier {
  private final Extract extract;
  private final List<ExtractEvent> events;
  private final List<TagPeriod> periods;

  ChainVerifier(Extract extract) {
    this.extract = extract;
    this.events = extract.events();
    this.periods = extract.periods();
  }

  void verify() throws ExtractException {
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i) instanceof ExtractEvent.Opened opened) {
        requireLinked(opened.link().value(), i);
      }
    }
    requirePeriods();
    requireTags();
  }

  private void requireLinked(EventLink link, int sequence) throws ExtractException {
    if (!link.caseId().equals(extract.caseId())) {
      throw new ExtractException(
          ExtractFault.CASE,
          LeafVerifier.place(sequence),
          extract.caseId().toString(),
          link.caseId().toString());
    }
    if (link.caseSequence() != sequence) {
      throw new ExtractException(
          ExtractFault.SEQUENCE,
          LeafVerifier.place(sequence),
          Integer.toString(sequence),
          Long.toString(link.caseSequence()));
    }
    Digest previous = link.previousLeaf();
    Digest before = sequence == 0 ? null : events.get(sequence - 1).leaf().leafHash();
    if (previous != null && before != null && !previous.equals(before)) {
      throw new ExtractException(
          ExtractFault.PREVIOUS, LeafVerifier.place(sequence), before.hex(), previous.hex());
    }
  }

  private void requirePeriods() throws ExtractException {
    Set<TagKey> keys = new HashSet<>();
    for (int i = 0; i < periods.size(); i++) {
      TagPeriod period = periods.get(i);
      if (!keys.add(period.key())) {
        // one period in two parts would claim an extract that was never issued
        throw new ExtractException(
            ExtractFault.PERIOD, "tag key " + i, "a key of its own", "that of an earlier period");
      }
      boolean follows = i == 0 ? period.first() == 0 : period.first() > periods.get(i - 1).first();
      if (!follows || period.first() >= events.size()) {
        throw new ExtractException(
            ExtractFault.PERIOD,
            "tag key " + i,
            i == 0 ? "from event 0 on" : "from a later event of the extract on",
            "from event " + period.first() + " on");
      }
      if (i > 0) {
        requireAnnounced(period);
      }
    }
    Set<Long> firsts = periods.stream().map(TagPeriod::first).collect(Collectors.toSet());
    for (int i = 0; i < events.size() - 1; i++) {
      if (isIssuing(events.get(i)) && !firsts.contains(i + 1L)) {
        throw new ExtractException(
            ExtractFault.PERIOD,
            LeafVerifier.place(i + 1L),
            "a tag key of its own, after the extract before it",
            "the tag key of the events before");
      }
    }
  }

  private static boolean isIssuing(ExtractEvent event) {
    return event instanceof ExtractEvent.Opened opened && opened.is(EventType.EXTRACT_ISSUED);
  }

  /** The event before a period commits to its key, as far as that event's header is open. */
  private void requireAnnounced(TagPeriod period) throws ExtractException {
    int before = (int) period.first() - 1;
    Optional<EventHeader> header = header(events.get(before));
    if (header.isEmpty()) {
      return;
    }
    Optional<ExtractIssued> issued = header.flatMap(ExtractIssued::of);
    if (issued.isEmpty()) {
      throw new ExtractException(
          ExtractFault.PERIOD,
          LeafVerifier.place(before),
          "the issuing of an extract, after which a new tag key holds",
          header.get().type().wire());
    }
    requireCommitment(issued.get(), period.key(), before);
  }

  static void requireCommitment(ExtractIssued issued, TagKey key, long sequence)
      throws ExtractException {
    if (!issued.end().nextTagKey().equals(key.commitment())) {
      throw new ExtractException(
          ExtractFault.NEXT_KEY,
          LeafVerifier.place(sequence),
          "the next tag key with SHA-256 " + issued.end().nextTagKey(),
          key.commitment().hex());
    }
  }

  private static Optional<EventHeader> header(ExtractEvent event) {
    return event instanceof ExtractEvent.Opened opened
        ? opened.header().map(OpenedPart::value)
        : Optional.empty();
  }

  private void requireTags() throws ExtractException {
    int period = 0;
    for (int i = 0; i < events.size(); i++) {
      while (period + 1 < periods.size() && periods.get(period + 1).first() <= i) {
        period++;
      }
      Digest expected = periods.get(period).key().tag(i);
      Digest found = events.get(i).leaf().tag();
      if (!expected.equals(found)) {
        throw new ExtractException(
            ExtractFault.TAG, LeafVerifier.place(i), expected.base64(), found.base64());
      }
    }
  }
}
