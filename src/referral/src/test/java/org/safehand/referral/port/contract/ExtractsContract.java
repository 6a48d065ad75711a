package org.safehand.referral.port.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.safehand.custody.chain.PeriodEnd;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.CustodyEvent;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.event.RecordedEvent;
import org.safehand.custody.extract.ExtractIssued;
import org.safehand.custody.extract.ExtractLevel;
import org.safehand.custody.provenance.Instrument;
import org.safehand.custody.provenance.Occasion;
import org.safehand.custody.provenance.Principal;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.query.CustodyEntry;
import org.safehand.referral.query.IssuedExtract;
import org.safehand.referral.sample.Events;
import org.safehand.referral.sample.People;
import org.safehand.referral.sample.Samples;

/** A period ends with an event that tells its number and head; whoever else writes meanwhile. */
public interface ExtractsContract {
  Ports ports();

  @Test
  default void periodEnd_tellsNumberHeadAndAFreshKey() {
    CaseId caseId = caseWith(2);
    Digest head = last(caseId).leaf().leafHash();
    UUID id = end(caseId);
    ExtractIssued first = ExtractIssued.of(last(caseId).event().header()).orElseThrow();
    assertThat(first.end().count()).isEqualTo(3);
    assertThat(first.end().head()).isEqualTo(head);
    end(caseId);
    ExtractIssued second = ExtractIssued.of(last(caseId).event().header()).orElseThrow();
    assertThat(second.end().count()).isEqualTo(4);
    assertThat(second.end().nextTagKey()).isNotEqualTo(first.end().nextTagKey());
    assertThat(ports().extracts().length(caseId)).isEqualTo(4);
    assertThat(ports().extracts().find(caseId, id).map(IssuedExtract::issued)).contains(first);
  }

  @Test
  default void periodEnd_ofACaseWithoutEvents_isAFault() {
    CaseId caseId = Stored.draft(ports(), People.UNIT).version().caseId();
    assertThatThrownBy(() -> end(caseId)).isInstanceOf(IllegalStateException.class);
    assertThat(ports().extracts().length(caseId)).isZero();
  }

  @Test
  default void periodEnd_thatIsUndone_leavesTheKeyAsItWas() {
    CaseId caseId = caseWith(1);
    assertThatThrownBy(
            () ->
                ports()
                    .unit()
                    .run(
                        () -> {
                          ports().recorder().endPeriod(caseId, end -> event(end));
                          throw new IllegalStateException("undone");
                        }))
        .hasMessage("undone");
    assertThat(ports().extracts().length(caseId)).isEqualTo(1);
    end(caseId);
    assertThat(ports().extracts().length(caseId)).isEqualTo(2);
  }

  @Test
  default void extract_thatIsNotWitnessed_isFoundButNotOpened() {
    CaseId caseId = caseWith(1);
    IssuedExtract found = ports().extracts().find(caseId, end(caseId)).orElseThrow();
    assertThat(found.whole()).isEmpty();
  }

  @Test
  default void whatIsNoExtractOfTheCase_isNotFound() {
    CaseId caseId = caseWith(1);
    CaseId other = caseWith(1);
    UUID id = end(caseId);
    UUID read = last(other).event().header().eventId();
    assertThat(ports().extracts().find(other, id)).isEmpty();
    assertThat(ports().extracts().find(other, read)).isEmpty();
    assertThat(ports().extracts().find(caseId, Samples.IDS.event())).isEmpty();
  }

  @Test
  default void severalWriters_whilePeriodsEnd_leaveOneChainAndOneKeyForEach() {
    CaseId caseId = caseWith(1);
    List<CompletableFuture<?>> writers =
        IntStream.range(0, 12)
            .<CompletableFuture<?>>mapToObj(
                i -> CompletableFuture.supplyAsync(() -> i % 3 == 0 ? end(caseId) : record(caseId)))
            .toList();
    writers.forEach(CompletableFuture::join);
    List<CustodyEntry> entries = ports().reader().entries(caseId);
    assertThat(entries).hasSize(13);
    Set<Digest> keys = new HashSet<>();
    for (int i = 1; i < entries.size(); i++) {
      RecordedEvent event = entries.get(i).event();
      Digest before = entries.get(i - 1).event().leaf().leafHash();
      assertThat(event.link().previousLeaf()).isEqualTo(before);
      int count = i + 1;
      ExtractIssued.of(event.event().header())
          .ifPresent(
              issued -> {
                assertThat(issued.end().count()).isEqualTo(count);
                assertThat(issued.end().head()).isEqualTo(before);
                keys.add(issued.end().nextTagKey());
              });
    }
    assertThat(keys).hasSize(4);
  }

  private CaseId caseWith(int events) {
    CaseId caseId = Stored.draft(ports(), People.UNIT).version().caseId();
    for (int i = 0; i < events; i++) {
      record(caseId);
    }
    return caseId;
  }

  private Digest record(CaseId caseId) {
    return ports()
        .unit()
        .run(() -> ports().recorder().record(caseId, Events.event(EventType.READ)));
  }

  private UUID end(CaseId caseId) {
    UUID[] id = new UUID[1];
    ports()
        .unit()
        .run(
            () ->
                ports()
                    .recorder()
                    .endPeriod(
                        caseId,
                        end -> {
                          CustodyEvent event = event(end);
                          id[0] = event.header().eventId();
                          return event;
                        }));
    return id[0];
  }

  private static CustodyEvent event(PeriodEnd end) {
    EventHeader.Builder header =
        EventHeader.builder(Samples.IDS.event(), EventType.EXTRACT_ISSUED)
            .occasion(Occasion.at(Samples.MORNING))
            .actor(new Principal("4001", "auditor", People.UNIT, "session acr=2"))
            .instrument(new Instrument("node-1", "Safehand", "0.1"));
    return CustodyEvent.of(new ExtractIssued(end, ExtractLevel.LINKS, false).addTo(header).build());
  }

  private RecordedEvent last(CaseId caseId) {
    List<CustodyEntry> entries = ports().reader().entries(caseId);
    return entries.get(entries.size() - 1).event();
  }
}
