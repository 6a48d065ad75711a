package org.safehand.store.custody;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import org.safehand.custody.chain.PeriodEnd;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.CustodyEvent;
import org.safehand.custody.event.EventType;
import org.safehand.custody.note.SignedNote;
import org.safehand.referral.id.CaseId;
import org.safehand.store.database.TestDatabase;
import org.safehand.store.sample.Samples;
import org.safehand.store.sample.TestLog;
import org.safehand.store.sample.TestStore;

/** A superuser changes rows of a real database behind everyone's back; an audit finds it. */
class JpaStoredCustodyTest {
  private static final int EVENTS = 10;

  private final TestStore store = TestStore.create();
  private final TestLog sequencer = new TestLog(store);
  private final CaseId first = Samples.IDS.caseId();
  private final CaseId second = Samples.IDS.caseId();
  private final CaseId third = Samples.IDS.caseId();

  @BeforeEach
  void recordAndPublish() throws SQLException {
    for (int i = 0; i < 6; i++) {
      record(i % 2 == 0 ? first : second);
    }
    record(third);
    store.unit(
        () -> store.store().custodyRecorder().recordOutsideCases(Samples.event(EventType.DENIED)));
    store.inUnit(() -> store.store().custodyRecorder().endPeriod(third, this::issued));
    SignedNote anchored = sequencer.publish();
    sequencer.witness(anchored);
    anchor(anchored.toString());
    sequencer.witness(sequencer.publish());
  }

  /** An extract is the last event of {@link #third}: no event has the tag key after it yet. */
  private CustodyEvent issued(PeriodEnd end) {
    return Samples.event(
        EventType.EXTRACT_ISSUED,
        Map.of(
            "count", Long.toString(end.count()),
            "head", end.head().hex(),
            "level", "links",
            "nextTagKey", end.nextTagKey().hex(),
            "toDate", "false"));
  }

  /** Keeps an anchor with the event that tells of it; what a token says is not the audit's. */
  private void anchor(String note) throws SQLException {
    byte[] token = {0x30, 0};
    store
        .database()
        .run(
            TestDatabase.BOTH,
            "insert into log_anchor values (9, '" + note + "', '\\x3000', now())");
    store.unit(
        () ->
            store
                .store()
                .custodyRecorder()
                .recordOutsideCases(
                    Samples.event(
                        EventType.ANCHORED,
                        Map.of(
                            "size", "9",
                            "checkpointSha256", Digest.of(note.getBytes(UTF_8)).hex(),
                            "tokenSha256", Digest.of(token).hex()))));
  }

  private void record(CaseId caseId) {
    store.unit(() -> store.store().custodyRecorder().record(caseId, Samples.event(EventType.READ)));
  }

  private AuditReport audit() {
    LogAudit audit = new LogAudit(sequencer.trust(), store.nodes());
    return store.store().storedCustody().atOneMoment(audit::of).orElseThrow();
  }

  private void asSuperuser(String sql) throws SQLException {
    store
        .database()
        .run(
            "postgres",
            "set session_replication_role = 'replica'; "
                + sql.replace("$first", quoted(first))
                    .replace("$second", quoted(second))
                    .replace("$third", quoted(third)));
  }

  private static String quoted(CaseId caseId) {
    return "'" + caseId.value() + "'";
  }

  @Test
  void untouchedDatabase_holds() {
    AuditReport report = audit();
    assertThat(report.findings()).isEmpty();
    assertThat(report.events()).isEqualTo(EVENTS);
    assertThat(report.size()).isEqualTo(EVENTS);
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
        "NODE_SIGNATURE|update custody_event set node_signature = set_byte(node_signature, 9,"
            + " get_byte(node_signature, 9) # 1) where case_id = $first and case_sequence = 0",
        "NODE_SIGNATURE|update custody_event set node_id = 'node-2' where case_id = $first",
        "INDEX|update custody_event set log_index = null where case_id = $first"
            + " and case_sequence = 2",
        "ENTRY|update custody_event set log_index = 90 where log_index = 1;"
            + " update custody_event set log_index = 1 where log_index = 2;"
            + " update custody_event set log_index = 2 where log_index = 90",
        "KEY_MISSING|delete from case_key where case_id = $first",
        "KEY_MISSING|delete from case_key where case_id = $first and purpose = 'tag'",
        "BODY|update case_key set wrapped = set_byte(wrapped, 20, get_byte(wrapped, 20) # 1)"
            + " where case_id = $first and purpose = 'tag'",
        "TAG_KEY|delete from case_key where case_id = $third and key_version = 2",
        "BODY|update case_key set first_sequence = 9 where case_id = $third and key_version = 2",
        "ANCHOR|delete from log_anchor",
        "ANCHOR|update log_anchor set size = 8",
        "ANCHOR|update log_anchor set token = '\\x3001'",
        "ANCHOR|update log_anchor set note = replace(note, 'safehand', 'safehane')",
        "ANCHOR|insert into log_anchor select 8, note, token, now() from log_anchor",
        "TILE|update log_tile set bytes = set_byte(bytes, 0, get_byte(bytes, 0) # 1)",
        "TILE|delete from log_tile",
        "TILE|insert into log_tile select level, 3, width, bytes from log_tile",
        "ENTRIES_UNREADABLE|delete from log_entries",
        "ENTRIES_UNREADABLE|insert into log_entries select 3, width, bytes from log_entries",
        "CHECKPOINT|delete from log_checkpoint",
        "ENTRY|update log_entries set bytes = set_byte(bytes, 12, get_byte(bytes, 12) # 1)",
        "HEAD|update log_head set root = leaf_hash from custody_event where log_index = 0",
        "CHECKPOINT|update log_checkpoint set note = replace(note, 'safehand', 'safehane')",
        "CHECKPOINT|update log_witnessed set size = 3 where size = 10",
        "HEAD|delete from log_checkpoint"
      })
  void changeBehindEveryonesBack_found(AuditFault fault, String sql) throws SQLException {
    asSuperuser(sql);
    AuditReport report = audit();
    assertThat(report.findings()).extracting(Finding::fault).contains(fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "custody_event|leaf_hash = substr(leaf_hash, 1, 31)|ROW_DAMAGED",
        "custody_event|leaf_hash = null|ROW_DAMAGED",
        "custody_event|event_id = null|ROW_DAMAGED",
        "custody_event|case_id = null|ROW_DAMAGED",
        "custody_event|case_sequence = null|ROW_DAMAGED",
        "custody_event|case_sequence = -1|ROW_DAMAGED",
        "custody_event|type = null|ROW_DAMAGED",
        "custody_event|leaf = null|ROW_DAMAGED",
        "custody_event|leaf = ''|LEAF",
        "custody_event|sealed_body = null|ROW_DAMAGED",
        "custody_event|sealed_body = ''|BODY",
        "custody_event|log_index = -1|ROW_DAMAGED",
        "custody_event|node_id = null|ROW_DAMAGED",
        "custody_event|node_signature = null|ROW_DAMAGED",
        "custody_event|node_signature = ''|NODE_SIGNATURE",
        "custody_case|case_id = null|ROW_DAMAGED",
        "custody_case|next_sequence = null|ROW_DAMAGED",
        "custody_case|next_sequence = -1|ROW_DAMAGED",
        "custody_case|head_leaf = substr(head_leaf, 1, 31)|ROW_DAMAGED",
        "custody_case|head_leaf = null|CASE_HEAD",
        "log_tile|level = null|ROW_DAMAGED",
        "log_tile|level = 8|ROW_DAMAGED",
        "log_tile|tile_index = null|ROW_DAMAGED",
        "log_tile|tile_index = -1|ROW_DAMAGED",
        "log_tile|width = null|ROW_DAMAGED",
        "log_tile|width = 257|ROW_DAMAGED",
        "log_tile|bytes = null|TILE",
        "log_tile|bytes = substr(bytes, 2)|TILE",
        "log_entries|bundle_index = -1|ENTRIES_UNREADABLE",
        "log_entries|width = 0|ENTRIES_UNREADABLE",
        "log_entries|width = 257|ENTRIES_UNREADABLE",
        "log_entries|bytes = null|ENTRIES_UNREADABLE",
        "log_entries|bytes = substr(bytes, 2)|ENTRIES_UNREADABLE",
        "log_head|id = 2|ROW_DAMAGED",
        "log_head|size = null|ROW_DAMAGED",
        "log_head|size = -1|ROW_DAMAGED",
        "log_head|root = substr(root, 2)|ROW_DAMAGED",
        "log_checkpoint|size = null|ROW_DAMAGED",
        "log_checkpoint|size = -1|ROW_DAMAGED",
        "log_checkpoint|note = null|ROW_DAMAGED",
        "log_checkpoint|note = ''|CHECKPOINT",
        "log_witnessed|note = null|ROW_DAMAGED",
        "log_anchor|size = null|ROW_DAMAGED",
        "log_anchor|size = -1|ROW_DAMAGED",
        "log_anchor|note = null|ROW_DAMAGED",
        "log_anchor|token = null|ROW_DAMAGED",
        "log_anchor|token = ''|ANCHOR",
        "case_key|wrapped = null|BODY",
        "case_key|wrapped = ''|BODY",
        "case_key|key_version = null|KEY_MISSING",
        "case_key|first_sequence = null|BODY",
        "case_key|purpose = 'none'|KEY_MISSING"
      })
  void columnOutsideItsConstraints_isAFindingAndNotTheEnd(
      String table, String set, AuditFault fault) throws SQLException {
    store.database().dropConstraints();
    asSuperuser("update " + table + " set " + set);
    assertThat(audit().findings()).extracting(Finding::fault).contains(fault);
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
    assertThat(audit().size()).isEqualTo(EVENTS + 8 * 20);
  }
}
