package org.safehand.store.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.safehand.custody.chain.TagPeriod;
import org.safehand.custody.event.CustodyEvent;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.extract.Extract;
import org.safehand.custody.extract.ExtractEvent;
import org.safehand.custody.extract.ExtractIssued;
import org.safehand.custody.extract.ExtractLevel;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.provenance.Instrument;
import org.safehand.custody.provenance.Occasion;
import org.safehand.custody.provenance.Principal;
import org.safehand.custody.tree.InclusionProof;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.query.IssuedExtract;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;
import org.safehand.store.sample.Samples;
import org.safehand.store.sample.TestPublisher;
import org.safehand.store.sample.TestStore;

/**
 * Extracts out of a real database; the rules that they keep are the kernel's verifier's to check.
 */
class JpaExtractsTest {
  private final TestStore store = TestStore.create();
  private final TestPublisher sequencer = new TestPublisher(store);
  private final CaseId caseId = Samples.IDS.caseId();
  private final CaseId other = Samples.IDS.caseId();

  private void record(CaseId id) {
    store.unit(() -> store.store().custodyRecorder().record(id, Samples.event(EventType.READ)));
  }

  private UUID issue(CaseId id) {
    EventHeader.Builder header =
        EventHeader.builder(Samples.IDS.event(), EventType.EXTRACT_ISSUED)
            .occasion(Occasion.at(Instant.now()))
            .actor(new Principal("4001", "auditor", "Example Hotline", "session acr=2"))
            .instrument(new Instrument("node-1", "Safehand", "0.1"));
    store.unit(
        () ->
            store
                .store()
                .custodyRecorder()
                .endPeriod(
                    id,
                    end ->
                        CustodyEvent.of(
                            new ExtractIssued(end, ExtractLevel.DETAILS, true)
                                .addTo(header)
                                .build())));
    return header.build().eventId();
  }

  private Extract whole(UUID id) {
    return store.store().extracts().find(caseId, id).flatMap(IssuedExtract::whole).orElseThrow();
  }

  private static List<ExtractEvent.Opened> opened(Extract extract) {
    return extract.events().stream().map(ExtractEvent.Opened.class::cast).toList();
  }

  /** What the kernel's verifier checks of a chain, here for what the database gave. */
  private static void assertOneProvenChain(Extract extract, SignedNote note) throws Exception {
    Checkpoint checkpoint = Checkpoint.of(note);
    assertThat(extract.checkpoint()).isEqualTo(note);
    List<ExtractEvent.Opened> events = opened(extract);
    int period = 0;
    for (int i = 0; i < events.size(); i++) {
      ExtractEvent.Opened event = events.get(i);
      assertThat(event.link().value().caseSequence()).isEqualTo(i);
      assertThat(
              new InclusionProof(event.index(), checkpoint.size(), event.proof())
                  .verify(event.leaf().leafHash(), checkpoint.root()))
          .isTrue();
      if (i > 0) {
        assertThat(event.link().value().previousLeaf())
            .isEqualTo(events.get(i - 1).leaf().leafHash());
        if (events.get(i - 1).is(EventType.EXTRACT_ISSUED)) {
          period++;
          assertThat(extract.periods().get(period).first()).isEqualTo(i);
        }
      }
      assertThat(event.leaf().tag()).isEqualTo(extract.periods().get(period).key().tag(i));
    }
    assertThat(extract.periods()).hasSize(period + 1);
  }

  @Test
  void extract_ofAWitnessedCase_isOneProvenChain() throws Exception {
    for (int i = 0; i < 5; i++) {
      record(caseId);
      record(other);
    }
    UUID id = issue(caseId);
    record(caseId);
    SignedNote note = sequencer.publish();

    Extract extract = whole(id);

    assertThat(extract.events()).hasSize(6);
    assertOneProvenChain(extract, note);
    ExtractIssued issued =
        ExtractIssued.of(opened(extract).get(5).header().orElseThrow().value()).orElseThrow();
    assertThat(issued.end().count()).isEqualTo(6);
    assertThat(extract.nextTagKey().orElseThrow().commitment())
        .isEqualTo(issued.end().nextTagKey());
    assertThat(store.store().extracts().length(caseId)).isEqualTo(7);
  }

  @Test
  void eventsAfterAnExtract_areTaggedUnderTheKeyThatItCommitsTo() throws Exception {
    record(caseId);
    issue(caseId);
    record(caseId);
    record(caseId);
    UUID second = issue(caseId);
    issue(caseId);
    SignedNote note = sequencer.publish();

    Extract extract = whole(second);

    assertOneProvenChain(extract, note);
    assertThat(extract.periods()).extracting(TagPeriod::first).containsExactly(0L, 2L);
  }

  @Test
  void extract_beforeAllOfItIsWitnessed_isNotOpened() throws Exception {
    record(caseId);
    sequencer.publish();
    UUID id = issue(caseId);

    assertThat(store.store().extracts().find(caseId, id).orElseThrow().whole()).isEmpty();
    sequencer.publish();
    assertThat(store.store().extracts().find(caseId, id).orElseThrow().whole()).isPresent();
  }

  @Test
  void extracts_whileManyRecord_leaveOneChainAndOneKeyForEachPeriod() throws Exception {
    record(caseId);
    List<Callable<UUID>> writers = new ArrayList<>();
    for (int i = 0; i < 48; i++) {
      boolean issuing = i % 6 == 0;
      writers.add(
          () -> {
            if (issuing) {
              return issue(caseId);
            }
            record(caseId);
            return caseId.value();
          });
    }
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      for (Future<UUID> done : pool.invokeAll(writers)) {
        done.get();
      }
    } finally {
      pool.shutdown();
    }
    UUID last = issue(caseId);
    SignedNote note = sequencer.publish();

    Extract extract = whole(last);

    assertThat(extract.events()).hasSize(50);
    assertThat(extract.periods()).hasSize(9);
    assertOneProvenChain(extract, note);
  }

  @Test
  void extract_ofACaseWithAMissingRow_isAFault() throws Exception {
    record(caseId);
    record(caseId);
    UUID id = issue(caseId);
    sequencer.publish();
    store.database().run("postgres", "alter table custody_event disable trigger user");
    store
        .database()
        .run(
            "postgres",
            "delete from custody_event where case_sequence = 1 and case_id = '" + caseId + "'");

    assertThatThrownBy(() -> whole(id))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.code()).isEqualTo(StoreCode.ROW_DAMAGED));
  }
}
