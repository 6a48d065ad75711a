package org.safehand.store.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safehand.custody.audit.AuditFault;
import org.safehand.custody.audit.AuditReport;
import org.safehand.custody.audit.Finding;
import org.safehand.custody.audit.LogAudit;
import org.safehand.custody.event.EventType;
import org.safehand.referral.id.CaseId;
import org.safehand.store.sample.Samples;
import org.safehand.store.sample.TestLog;
import org.safehand.store.sample.TestStore;

/** A superuser changes rows of a real database behind everyone's back; an audit finds it. */
class JpaStoredCustodyTest {
  private final TestStore store = TestStore.create();
  private final TestLog sequencer = new TestLog(store);
  private final CaseId first = Samples.IDS.caseId();
  private final CaseId second = Samples.IDS.caseId();

  @BeforeEach
  void recordAndPublish() throws SQLException {
    for (int i = 0; i < 6; i++) {
      record(i % 2 == 0 ? first : second);
    }
    store.unit(
        () -> store.store().custodyRecorder().recordOutsideCases(Samples.event(EventType.DENIED)));
    sequencer.witness(sequencer.publish());
  }

  private void record(CaseId caseId) {
    store.unit(() -> store.store().custodyRecorder().record(caseId, Samples.event(EventType.READ)));
  }

  private AuditReport audit() {
    LogAudit audit = new LogAudit(sequencer.trust());
    return store.store().storedCustody().atOneMoment(audit::of).orElseThrow();
  }

  private void asSuperuser(String sql) throws SQLException {
    store
        .database()
        .run(
            "postgres",
            "set session_replication_role = 'replica'; "
                + sql.replace("$first", quoted(first)).replace("$second", quoted(second)));
  }

  private static String quoted(CaseId caseId) {
    return "'" + caseId.value() + "'";
  }

  @Test
  void untouchedDatabase_holds() {
    AuditReport report = audit();
    assertThat(report.findings()).isEmpty();
    assertThat(report.events()).isEqualTo(7);
    assertThat(report.size()).isEqualTo(7);
  }

  @Test
  void pendingEvents_areNoFinding() {
    record(first);
    record(Samples.IDS.caseId());
    assertThat(audit().findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BODY|update custody_event set sealed_body = set_byte(sealed_body, 40,"
            + " get_byte(sealed_body, 40) # 1) where case_id = $first and case_sequence = 1",
        "BODY|update custody_event e set sealed_body = o.sealed_body from custody_event o"
            + " where e.case_id = $first and e.case_sequence = 1"
            + " and o.case_id = $first and o.case_sequence = 2",
        "CASE_GAP|delete from custody_event where case_id = $second and case_sequence = 1",
        "CASE_HEAD|delete from custody_event where case_id = $second and case_sequence = 2",
        "CASE_HEAD|delete from custody_event where case_id = $second",
        "CASE_HEAD|update custody_case set next_sequence = 9 where case_id = $first",
        "BODY|update custody_event set case_sequence = 7 where case_id = $first"
            + " and case_sequence = 2",
        "ROW|update custody_event set type = 'sealed' where case_id = $first and case_sequence = 0",
        "LEAF|update custody_event set leaf = set_byte(leaf, 9, get_byte(leaf, 9) # 1)"
            + " where case_id = $first and case_sequence = 0",
        "INDEX|update custody_event set log_index = null where case_id = $first"
            + " and case_sequence = 2",
        "ENTRY|update custody_event set log_index = 90 where log_index = 1;"
            + " update custody_event set log_index = 1 where log_index = 2;"
            + " update custody_event set log_index = 2 where log_index = 90",
        "KEY_MISSING|delete from case_key where case_id = $first",
        "KEY_MISSING|delete from case_key where case_id = $first and purpose = 'tag'",
        "BODY|update case_key set wrapped = set_byte(wrapped, 20, get_byte(wrapped, 20) # 1)"
            + " where case_id = $first and purpose = 'tag'",
        "TILE|update log_tile set bytes = set_byte(bytes, 0, get_byte(bytes, 0) # 1)",
        "TILE|delete from log_tile",
        "TILE|insert into log_tile select level, 3, width, bytes from log_tile",
        "ENTRIES_UNREADABLE|delete from log_entries",
        "ENTRIES_UNREADABLE|insert into log_entries select 3, width, bytes from log_entries",
        "CHECKPOINT|delete from log_checkpoint",
        "ENTRY|update log_entries set bytes = set_byte(bytes, 12, get_byte(bytes, 12) # 1)",
        "HEAD|update log_head set root = leaf_hash from custody_event where log_index = 0",
        "CHECKPOINT|update log_checkpoint set note = replace(note, 'safehand', 'safehane')",
        "CHECKPOINT|update log_witnessed set size = 3",
        "HEAD|delete from log_checkpoint"
      })
  void changeBehindEveryonesBack_found(AuditFault fault, String sql) throws SQLException {
    asSuperuser(sql);
    AuditReport report = audit();
    assertThat(report.findings()).extracting(Finding::fault).contains(fault);
  }

  @Test
  void keyDestroyedOnRecord_isNoFinding() throws SQLException {
    store.unit(
        () ->
            store
                .store()
                .custodyRecorder()
                .recordOutsideCases(
                    Samples.event(
                        EventType.RETENTION_ERASED, Map.of("case", first.value().toString()))));
    asSuperuser("delete from case_key where case_id = $first");
    assertThat(audit().findings()).isEmpty();
  }

  @Test
  void writersDuringAnAudit_neverAlarm() throws Exception {
    CountDownLatch written = new CountDownLatch(8 * 20);
    List<CompletableFuture<Void>> writers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      CaseId caseId = i % 2 == 0 ? first : Samples.IDS.caseId();
      writers.add(
          CompletableFuture.runAsync(
              () -> {
                for (int n = 0; n < 20; n++) {
                  record(caseId);
                  written.countDown();
                }
              }));
    }
    while (written.getCount() > 0) {
      assertThat(audit().findings()).isEmpty();
      sequencer.publish();
    }
    for (CompletableFuture<Void> writer : writers) {
      writer.get();
    }
    sequencer.publish();
    assertThat(audit().findings()).isEmpty();
    assertThat(audit().size()).isEqualTo(7 + 8 * 20);
  }
}
