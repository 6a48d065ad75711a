package org.safehand.custody.completeness;

import java.util.HashMap;
import java.util.Map;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.extract.Extract;
import org.safehand.custody.extract.ExtractEvent;
import org.safehand.custody.extract.ExtractException;
import org.safehand.custody.extract.ExtractFault;
import org.safehand.custody.extract.ExtractLevel;
import org.safehand.custody.extract.OpenedPart;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.tree.InclusionProof;

/** Each event by itself: its leaf is in the log, and commits to exactly what is open of it. */
final class LeafVerifier {
  private final Extract extract;
  private final Checkpoint checkpoint;
  private final Map<Long, Integer> places = new HashMap<>();

  LeafVerifier(Extract extract, Checkpoint checkpoint) {
    this.extract = extract;
    this.checkpoint = checkpoint;
  }

  void verify() throws ExtractException {
    for (int i = 0; i < extract.events().size(); i++) {
      ExtractEvent event = extract.events().get(i);
      requireIncluded(event, i);
      if (event instanceof ExtractEvent.Opened opened) {
        requireCommitted(opened, i);
        requireLevel(opened, i);
      }
    }
  }

  static String place(long sequence) {
    return "event " + sequence;
  }

  private void requireIncluded(ExtractEvent event, int sequence) throws ExtractException {
    Integer other = places.putIfAbsent(event.index(), sequence);
    if (other != null) {
      throw new ExtractException(
          ExtractFault.INDEX,
          place(sequence),
          "an index of its own",
          event.index() + ", which is that of event " + other);
    }
    InclusionProof inclusion = new InclusionProof(event.index(), checkpoint.size(), event.proof());
    if (!inclusion.verify(event.leaf().leafHash(), checkpoint.root())) {
      throw new ExtractException(
          ExtractFault.INCLUSION,
          place(sequence),
          "its leaf at index " + event.index() + " of " + checkpoint.size(),
          "no proof of that");
    }
  }

  private static void requireCommitted(ExtractEvent.Opened event, int sequence)
      throws ExtractException {
    BlindLeaf leaf = event.leaf();
    requirePart(leaf.opensTo(event.link().value(), event.link().salt()), "link", sequence);
    if (event.header().isPresent()) {
      OpenedPart<EventHeader> header = event.header().get();
      String shown = UtcText.seconds(leaf.second());
      String recorded = UtcText.seconds(header.value().time());
      if (!shown.equals(recorded)) {
        throw new ExtractException(ExtractFault.TIME, place(sequence), recorded, shown);
      }
      requirePart(leaf.opensTo(header.value(), header.salt()), "header", sequence);
    }
    if (event.detail().isPresent()) {
      Digest salt = event.detail().get().salt();
      requirePart(leaf.opensTo(event.detail().get().value(), salt), "detail", sequence);
    }
  }

  private static void requirePart(boolean opened, String part, int sequence)
      throws ExtractException {
    if (!opened) {
      throw new ExtractException(
          ExtractFault.PART,
          place(sequence),
          "the " + part + " that its leaf commits to",
          "another " + part + " or salt");
    }
  }

  private void requireLevel(ExtractEvent.Opened event, int sequence) throws ExtractException {
    boolean last = sequence == extract.events().size() - 1;
    boolean headers = extract.level().compareTo(ExtractLevel.HEADERS) >= 0;
    boolean vouches = last || event.is(EventType.RESTORED);
    boolean headerFits = event.header().isPresent() ? headers || vouches : !headers && !last;
    boolean detailFits = event.detail().isPresent() == (extract.level() == ExtractLevel.DETAILS);
    if (!headerFits || !detailFits) {
      throw new ExtractException(
          ExtractFault.LEVEL,
          place(sequence),
          "open as at level " + extract.level().wire(),
          (event.header().isPresent() ? "a header" : "no header")
              + (event.detail().isPresent() ? " and a detail" : " and no detail"));
    }
  }
}
