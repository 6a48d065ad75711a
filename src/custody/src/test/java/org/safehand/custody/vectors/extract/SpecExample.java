package org.safehand.custody.vectors.extract;

import java.util.List;
import java.util.Optional;
import org.safehand.custody.chain.PeriodEnd;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.chain.TagPeriod;
import org.safehand.custody.event.CustodyEvent;
import org.safehand.custody.event.EventLink;
import org.safehand.custody.event.EventType;
import org.safehand.custody.event.RecordedEvent;
import org.safehand.custody.extract.Extract;
import org.safehand.custody.extract.ExtractEvent;
import org.safehand.custody.extract.ExtractIssued;
import org.safehand.custody.extract.ExtractLevel;
import org.safehand.custody.vectors.event.Parts;
import org.safehand.custody.vectors.log.SampleLog;

/** The extract of SPEC.md: a case of one event, and the issuing. */
final class SpecExample {
  private SpecExample() {}

  static Extract extract() {
    RecordedEvent read = Parts.example();
    EventLink second = EventLink.first(Parts.CASE).next(read.leaf().leafHash());
    RecordedEvent issued = Parts.make(second, issuing(read));
    SampleLog log = new SampleLog(2, i -> (i == 0 ? read : issued).leaf().bytes());
    return new Extract(
            Parts.CASE,
            ExtractLevel.DETAILS,
            log.note(),
            List.of(new TagPeriod(0, TagKey.ofBytes(Parts.equalBytes(4).bytes()))),
            Optional.empty(),
            List.of(
                ExtractEvent.Opened.of(read, 0, List.of(issued.leaf().leafHash())),
                ExtractEvent.Opened.of(issued, 1, List.of(read.leaf().leafHash()))))
        .reduced(ExtractLevel.LINKS, false);
  }

  private static CustodyEvent issuing(RecordedEvent read) {
    TagKey next = TagKey.ofBytes(Parts.equalBytes(1).bytes());
    PeriodEnd end = new PeriodEnd(2, read.leaf().leafHash(), next.commitment());
    return CustodyEvent.of(
        new ExtractIssued(end, ExtractLevel.LINKS, false)
            .addTo(new SampleChain().header(EventType.EXTRACT_ISSUED))
            .build());
  }
}
