package org.safehand.store.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safehand.custody.event.CustodyEvent;
import org.safehand.custody.event.EventDetail;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.provenance.Counterparty;
import org.safehand.custody.provenance.Occasion;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.life.DraftReferral;
import org.safehand.referral.query.CustodyEntry;
import org.safehand.referral.query.CustodyTimeline;
import org.safehand.referral.sample.People;
import org.safehand.referral.view.View;
import org.safehand.store.Store;
import org.safehand.store.sample.Samples;
import org.safehand.store.sample.TestStore;

/** Which kinds of event an agency sees is decided twice, by its timeline and by the database. */
class ShownEventsTest {
  private final TestStore test = TestStore.create();
  private final Store edge = test.edge();
  private final DraftReferral draft = Samples.draft(People.UNIT);
  private final CaseId caseId = draft.version().caseId();

  @Test
  void agency_seesTheSameKinds_inItsTimelineAndInTheDatabase() {
    sent();
    for (EventType type : EventType.values()) {
      test.unit(() -> test.store().custodyRecorder().record(caseId, toTheAgency(type)));
    }
    List<EventType> shown =
        types(
            CustodyTimeline.OfAgency.among(seen(new View.Everything()), Samples.AGENCY).entries());
    assertThat(shown).isNotEmpty().doesNotContain(EventType.RELEASED, EventType.DENIED);
    assertThat(types(seen(new View.OfAgency(Samples.AGENCY))))
        .containsExactlyInAnyOrderElementsOf(shown);
  }

  private void sent() {
    test.unit(
        () -> {
          test.store().caseKeys().create(caseId);
          test.store().referrals().add(draft);
        });
    test.unit(() -> test.store().dispatches().add(Samples.dispatch(draft, Channel.PICK_UP)));
  }

  private List<CustodyEntry> seen(View view) {
    return edge.unitOfWork().run(view, () -> edge.custodyReader().entries(caseId));
  }

  private static List<EventType> types(List<CustodyEntry> entries) {
    return entries.stream().map(entry -> entry.event().event().header().type()).toList();
  }

  private static CustodyEvent toTheAgency(EventType type) {
    EventHeader like = Samples.event(type).header();
    return new CustodyEvent(
        EventHeader.builder(Samples.IDS.event(), type)
            .occasion(Occasion.at(Samples.NOW))
            .actor(like.actor())
            .instrument(like.instrument())
            .counterparty(new Counterparty(Samples.AGENCY.value(), "north-1"))
            .build(),
        new EventDetail(Map.of()));
  }
}
