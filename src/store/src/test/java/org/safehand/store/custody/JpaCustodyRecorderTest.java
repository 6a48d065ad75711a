package org.safehand.store.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.safehand.custody.chain.SystemChain;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.CustodyEvent;
import org.safehand.custody.event.EventType;
import org.safehand.custody.event.RecordedEvent;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.port.CustodyReader;
import org.safehand.referral.port.CustodyRecorder;
import org.safehand.referral.query.CustodyEntry;
import org.safehand.store.sample.Samples;
import org.safehand.store.sample.TestStore;

class JpaCustodyRecorderTest {
  private static final TestStore STORE = TestStore.create();

  private final CustodyRecorder recorder = STORE.store().custodyRecorder();
  private final CustodyReader reader = STORE.store().custodyReader();
  private final CaseId caseId = Samples.IDS.caseId();

  @Test
  void record_twice_makesAChainThatReadsBack() {
    CustodyEvent first = Samples.event(EventType.CASE_OPENED);
    CustodyEvent second = Samples.event(EventType.INTAKE);

    Digest firstLeaf = record(first);
    Digest secondLeaf = record(second);

    List<RecordedEvent> events = events();
    assertThat(events).extracting(RecordedEvent::event).containsExactly(first, second);
    assertThat(events.get(0).leaf().leafHash()).isEqualTo(firstLeaf);
    assertThat(events.get(1).leaf().leafHash()).isEqualTo(secondLeaf);
    assertThat(events.get(1).link().previousLeaf()).isEqualTo(firstLeaf);
    assertThat(reader.entries(caseId))
        .extracting(CustodyEntry::standing)
        .containsOnly(CustodyEntry.Standing.RECORDED);
    assertThat(reader.witnessedProof(firstLeaf)).isEmpty();
  }

  @Test
  void record_twiceInOneUnit_makesOneChain() {
    STORE.unit(
        () -> {
          recorder.record(caseId, Samples.event(EventType.SEALED));
          recorder.record(caseId, Samples.event(EventType.RELEASED));
        });

    assertThat(events()).extracting(event -> event.link().caseSequence()).containsExactly(0L, 1L);
  }

  @Test
  void record_byManyAtOnce_leavesNoGapAndNoFork() throws Exception {
    var pool = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Digest>> writers = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        writers.add(() -> record(Samples.event(EventType.READ)));
      }
      for (Future<Digest> done : pool.invokeAll(writers)) {
        done.get();
      }
    } finally {
      pool.shutdown();
    }

    List<RecordedEvent> events = events();
    assertThat(events).hasSize(40);
    for (int i = 1; i < events.size(); i++) {
      assertThat(events.get(i).link().caseSequence()).isEqualTo(i);
      assertThat(events.get(i).link().previousLeaf())
          .isEqualTo(events.get(i - 1).leaf().leafHash());
    }
  }

  @Test
  void record_outsideCases_goesToTheNodesOwnChain() {
    long before = systemEvents();

    STORE.unit(() -> recorder.recordOutsideCases(Samples.event(EventType.DENIED)));

    assertThat(systemEvents()).isEqualTo(before + 1);
  }

  @Test
  void row_ofAnEvent_carriesTheNodesSignature() throws Exception {
    Digest leaf = record(Samples.event(EventType.CASE_OPENED));

    try (var connection = STORE.database().as("safehand_sequencer").getConnection();
        var query =
            connection.prepareStatement(
                "select node_id, node_signature from custody_event where leaf_hash = ?")) {
      query.setBytes(1, leaf.bytes());
      try (var rows = query.executeQuery()) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isEqualTo("node-1");
        assertThat(STORE.nodeKey().verifierKey().verifies(events().get(0).leaf(), rows.getBytes(2)))
            .isTrue();
      }
    }
  }

  @Test
  void entries_ofAnUnknownCase_areEmpty() {
    assertThat(reader.entries(Samples.IDS.caseId())).isEmpty();
  }

  private Digest record(CustodyEvent event) {
    return STORE.inUnit(() -> recorder.record(caseId, event));
  }

  private List<RecordedEvent> events() {
    return reader.entries(caseId).stream().map(CustodyEntry::event).toList();
  }

  private static long systemEvents() {
    return STORE
        .database()
        .count(
            "select count(*) from custody_event where case_id = '%s'"
                .formatted(SystemChain.caseId("node-1")));
  }
}
