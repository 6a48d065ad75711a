package org.safehand.referral.sample;

import java.util.Map;
import org.safehand.custody.event.CustodyEvent;
import org.safehand.custody.event.EventDetail;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.provenance.Instrument;
import org.safehand.custody.provenance.Occasion;
import org.safehand.custody.provenance.Principal;

/** Custody events for tests of ports. */
public final class Events {
  private Events() {}

  public static CustodyEvent opened() {
    return event(EventType.CASE_OPENED);
  }

  public static CustodyEvent event(EventType type) {
    return new CustodyEvent(
        EventHeader.builder(Samples.IDS.event(), type)
            .occasion(Occasion.at(Samples.MORNING))
            .actor(new Principal("1001", "referral-officer", People.UNIT, "session acr=2"))
            .instrument(new Instrument("node-1", "Safehand", "0.1"))
            .build(),
        new EventDetail(Map.of("actorName", "Person 1001")));
  }
}
