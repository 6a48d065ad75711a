package org.safehand.custody.completeness;

import java.util.List;
import java.util.Optional;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.extract.Extract;
import org.safehand.custody.extract.ExtractEvent;
import org.safehand.custody.extract.ExtractException;
import org.safehand.custody.extract.ExtractFault;
import org.safehand.custody.extract.ExtractIssued;
import org.safehand.custody.extract.OpenedPart;

/** The last event: that this extract was issued, after so many events, with this head. */
final class EndVerifier {
  private EndVerifier() {}

  /** The header of the last event, which must be open. */
  static EventHeader issuing(Extract extract) throws ExtractException {
    ExtractEvent last = extract.events().get(extract.events().size() - 1);
    Optional<EventHeader> header =
        last instanceof ExtractEvent.Opened opened
            ? opened.header().map(OpenedPart::value)
            : Optional.empty();
    return header.orElseThrow(() -> notIssued(extract, "an event that is not open"));
  }

  /** What the last event says, if all of it holds. */
  static ExtractIssued verify(Extract extract, EventHeader issuing) throws ExtractException {
    ExtractIssued issued =
        ExtractIssued.of(issuing).orElseThrow(() -> notIssued(extract, issuing.type().wire()));
    List<ExtractEvent> events = extract.events();
    int last = events.size() - 1;
    require(
        ExtractFault.COUNT,
        last,
        Integer.toString(events.size()),
        Long.toString(issued.end().count()));
    // a count of two or more held, so there is an event before
    Digest head = events.get(last - 1).leaf().leafHash();
    require(ExtractFault.HEAD, last, head.hex(), issued.end().head().hex());
    if (extract.level().compareTo(issued.level()) > 0) {
      throw new ExtractException(
          ExtractFault.LEVEL,
          "the extract",
          "at most level " + issued.level().wire() + ", as it was issued",
          extract.level().wire());
    }
    if (extract.nextTagKey().isPresent()) {
      if (!issued.toDate()) {
        throw new ExtractException(
            ExtractFault.NEXT_KEY,
            "the extract",
            "no next tag key, as it was issued",
            "the next tag key");
      }
      ChainVerifier.requireCommitment(issued, extract.nextTagKey().get(), last);
    }
    return issued;
  }

  private static void require(ExtractFault fault, long sequence, String expected, String found)
      throws ExtractException {
    if (!expected.equals(found)) {
      throw new ExtractException(fault, LeafVerifier.place(sequence), expected, found);
    }
  }

  private static ExtractException notIssued(Extract extract, String found) {
    return new ExtractException(
        ExtractFault.END,
        LeafVerifier.place(extract.events().size() - 1L),
        "the issuing of this extract, with its facts",
        found);
  }
}
