package org.safehand.store.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safehand.custody.audit.AuditFault;
import org.safehand.custody.audit.AuditReport;
import org.safehand.custody.audit.Finding;
import org.safehand.custody.audit.LogAudit;
import org.safehand.custody.chain.PeriodEnd;
import org.safehand.custody.completeness.ExtractVerifier;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.CustodyEvent;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.event.RecordedEvent;
import org.safehand.custody.extract.Extract;
import org.safehand.custody.extract.ExtractEvent;
import org.safehand.custody.extract.ExtractIssued;
import org.safehand.custody.extract.ExtractLevel;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.note.RestoreStatement;
import org.safehand.custody.provenance.Instrument;
import org.safehand.custody.provenance.Occasion;
import org.safehand.custody.provenance.Principal;
import org.safehand.custody.restore.LossDigest;
import org.safehand.packaging.sample.TestPki;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Authentication;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.query.CustodyEntry;
import org.safehand.referral.query.IssuedExtract;
import org.safehand.referral.recovery.RecordRestores;
import org.safehand.referral.recovery.RestoresTold;
import org.safehand.store.Store;
import org.safehand.store.sample.Samples;
import org.safehand.store.sample.TestLog;
import org.safehand.store.sample.TestStore;

/**
 * The last two of four events of a case were lost with a backup and stand in log_lost, as the
 * sequencer's {@code restore} leaves it; the node then starts anew.
 */
class RestoredDatabaseTest {
  private final TestStore store = TestStore.create();
  private final TestLog sequencer = new TestLog(store);
  private final CaseId caseId = Samples.IDS.caseId();
  private Store restarted = store.store();
  private List<CustodyEntry> lost = List.of();

  @BeforeEach
  void loseTwoEvents() throws SQLException {
    for (int i = 0; i < 4; i++) {
      store.unit(
          () -> store.store().custodyRecorder().record(caseId, Samples.event(EventType.READ)));
    }
    sequencer.witness(sequencer.publish());
    List<CustodyEntry> events = store.store().custodyReader().entries(caseId);
    for (int i = 2; i < 4; i++) {
      RecordedEvent event = events.get(i).event();
      superuser(
          "insert into log_lost select log_index, leaf, leaf_hash, '\\x%s', now()"
                  .formatted(event.leaf().tag().hex())
              + " from custody_event where case_sequence = "
              + i);
    }
    superuser("delete from custody_event where case_sequence >= 2");
    superuser(
        "update custody_case set next_sequence = 2, head_leaf = '\\x%s'"
            .formatted(events.get(1).event().leaf().leafHash().hex()));
    lost = List.of(events.get(2), events.get(3));
    sign(store.logKey());
    restarted = store.reopened();
  }

  /** Writes the row of the restore, as the sequencer does. */
  private void sign(LogKey key) throws SQLException {
    LossDigest loss = new LossDigest();
    for (CustodyEntry event : lost) {
      loss.add(
          event.event().link().caseSequence(), event.event().leaf().leafHash()); // its index too
    }
    Digest root = Digest.ofHex(store.database().text("select encode(root, 'hex') from log_head"));
    RestoreStatement statement =
        new RestoreStatement(key.name(), 2, 4, root, loss.count(), loss.digest(), Instant.EPOCH);
    superuser(
        "delete from log_restore; insert into log_restore select 2, 2, size, root, now(), '%s'"
                .formatted(key.sign(statement))
            + " from log_head");
  }

  private void superuser(String sql) throws SQLException {
    store.database().run("postgres", "set session_replication_role = 'replica'; " + sql);
  }

  /** What a node does when it starts. */
  private RestoresTold tell() {
    Journal journal =
        new Journal(
            restarted.custodyRecorder(),
            Samples.IDS,
            Clock.systemUTC(),
            new Instrument("test", "safehand", "0.1"));
    Actor node =
        Actor.node(
            new StaffNumber("node-1"), "test", new Authentication("node", Samples.NOW, "node"));
    return new RecordRestores(
            restarted.unitOfWork(), restarted.restores(), journal, sequencer.trust())
        .record(node);
  }

  private void record() {
    restarted
        .unitOfWork()
        .run(() -> restarted.custodyRecorder().record(caseId, Samples.event(EventType.READ)));
  }

  private AuditReport audit() {
    LogAudit audit = new LogAudit(sequencer.trust(), store.nodes());
    return restarted.storedCustody().atOneMoment(audit::of).orElseThrow();
  }

  @Test
  void chain_goesOnBehindTheLostPlacesAndSaysSo() throws SQLException {
    tell();
    record();
    record();
    sequencer.witness(sequencer.publish());
    List<CustodyEntry> events = restarted.custodyReader().entries(caseId);
    assertThat(events)
        .extracting(entry -> entry.event().link().caseSequence())
        .containsExactly(0L, 1L, 4L, 5L, 6L);
    EventHeader restored = events.get(2).event().event().header();
    assertThat(restored.type()).isEqualTo(EventType.RESTORED);
    assertThat(restored.fact("lostFrom")).contains("2");
    assertThat(restored.fact("lostCount")).contains("2");
    assertThat(audit().findings()).isEmpty();
  }

  @Test
  void caseThatRecordsNothingAfterARestore_isNoFinding() {
    tell();
    assertThat(audit().findings()).isEmpty();
  }

  @Test
  void eventsCalledLostWithoutARestoreOnRecord_areFound() {
    assertThat(audit().findings()).extracting(Finding::fault).containsExactly(AuditFault.LOST);
  }

  @Test
  void lostLeafTakenAway_isFound() throws SQLException {
    record();
    sequencer.witness(sequencer.publish());
    superuser("delete from log_lost where log_index = 3");
    assertThat(audit().findings())
        .extracting(Finding::fault)
        .contains(AuditFault.INDEX, AuditFault.CASE_GAP);
  }

  @Test
  void extract_showsTheGapAndVerifies() throws Exception {
    record();
    UUID id = Samples.IDS.event();
    restarted
        .unitOfWork()
        .run(() -> restarted.custodyRecorder().endPeriod(caseId, end -> issued(id, end)));
    sequencer.witness(sequencer.publish());
    IssuedExtract found = restarted.extracts().find(caseId, id).orElseThrow();
    Extract extract = found.whole().orElseThrow().reduced(ExtractLevel.DETAILS, false);
    assertThat(extract.events().get(2)).isInstanceOf(ExtractEvent.Lost.class);
    assertThat(extract.events().get(3)).isInstanceOf(ExtractEvent.Lost.class);
    assertThat(extract.events()).hasSize(7);
    assertThat(ExtractVerifier.verify(extract.bytes(), TestPki.trust(sequencer.trust())))
        .isNotNull();
  }

  private static CustodyEvent issued(UUID id, PeriodEnd end) {
    EventHeader.Builder header =
        EventHeader.builder(id, EventType.EXTRACT_ISSUED)
            .occasion(Occasion.at(Samples.NOW))
            .actor(new Principal("S-1001", "auditor", "unit-a", "2"))
            .instrument(new Instrument("test", "safehand", "0.1"));
    return CustodyEvent.of(
        new ExtractIssued(end, ExtractLevel.DETAILS, false).addTo(header).build());
  }

  @Test
  void restore_isToldOnce() {
    RestoresTold told = tell();
    assertThat(told.unproven()).isEmpty();
    assertThat(told.recorded()).hasSize(1);
    assertThat(told.recorded().get(0).firstIndex()).isEqualTo(2);
    assertThat(told.recorded().get(0).lost()).isEqualTo(2);
    assertThat(tell().recorded()).isEmpty();
  }

  @Test
  void restoreSignedByAStranger_excusesNothing() throws SQLException {
    sign(LogKey.generate(store.logKey().name(), new SecureRandom()));
    assertNothingIsExcused();
    superuser("update log_restore set note = null");
    assertNothingIsExcused();
    store.database().dropConstraints();
    superuser("update log_restore set root = substr(root, 2)");
    assertThat(tell().unproven()).hasSize(1);
  }

  private void assertNothingIsExcused() {
    restarted = store.reopened();
    RestoresTold told = tell();
    assertThat(told.recorded()).isEmpty();
    assertThat(told.unproven()).hasSize(1);
    assertThat(audit().findings())
        .extracting(Finding::fault)
        .contains(AuditFault.RESTORE, AuditFault.LOST, AuditFault.INDEX);
  }

  @Test
  void chainBehindUnprovenLoss_isNotContinuedThere() throws SQLException {
    superuser("update log_restore set note = null");
    restarted = store.reopened();
    record();
    assertThat(restarted.custodyReader().entries(caseId))
        .extracting(entry -> entry.event().link().caseSequence())
        .containsExactly(0L, 1L, 2L);
  }

  @Test
  void leafCalledLostOutsideTheSignedRestore_isAMissingEvent() throws SQLException {
    tell();
    superuser(
        "insert into log_lost select log_index, leaf, leaf_hash,"
            + " decode(convert_from(leaf, 'UTF8')::json ->> 'tag', 'base64'), now()"
            + " from custody_event where log_index = 1");
    superuser("delete from custody_event where log_index = 1");
    assertThat(audit().findings())
        .extracting(Finding::fault)
        .contains(AuditFault.LOST, AuditFault.INDEX, AuditFault.CASE_HEAD);
  }
}
